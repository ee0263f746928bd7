import { expect, test } from 'vitest';
import { faultsOfReply, faultsWithout, looseFault, notWhole, wholeNumber } from './form-model.ts';

test('[CM3] a number that is none is not read as another number', () => {
  expect(['12', ' 12 ', '-3', ''].map(wholeNumber)).toEqual([12, 12, -3, undefined]);
  for (const typed of ['12.5', '1e3', '0x10', 'twelve', '12 mg', '1'.repeat(20_000)]) {
    expect(wholeNumber(typed), typed.slice(0, 20)).toBeNaN();
  }
});

test('[CM3] half a tablet is not called missing', () => {
  const faults = notWhole({ tablets: '1.5', holdMinutes: '', strengthMg: '100' }, [
    'tablets',
    'holdMinutes',
    'strengthMg',
  ]);
  expect(Object.keys(faults)).toEqual(['tablets']);
});

const draft = { firstName: '', 'home.zip': '', emergencyContacts: [{ name: '', phone: '' }] };

test('[CM3] the server’s fault stands at the field that it names, by schema and by decision alike', () => {
  const error = (path: string) => ({ code: 'invalid', message: 'No.', fields: { [path]: 'No.' } });
  expect(faultsOfReply(error('command.record.home.zip'), 'record')).toEqual({ 'home.zip': 'No.' });
  expect(faultsOfReply(error('record.birthDate'), 'record')).toEqual({ birthDate: 'No.' });
});

test('[CM4] a fault that no field shows is shown by the form: nothing is refused in silence', () => {
  expect(looseFault({ 'emergencyContacts.0.phone': 'No.', firstName: 'No.' }, draft)).toBeNull();
  expect(looseFault({ 'emergencyContacts.4': 'Too many.' }, draft)).toBe('Too many.');
  expect(looseFault({ form: 'The server does not answer.' }, draft)).toBe(
    'The server does not answer.',
  );
});

test('the fault of a field goes when it is written anew, and the others stay', () => {
  const faults = { firstName: 'No.', 'emergencyContacts.0.name': 'No.', 'home.zip': 'No.' };
  expect(faultsWithout(faults, ['emergencyContacts'])).toEqual({
    firstName: 'No.',
    'home.zip': 'No.',
  });
});
