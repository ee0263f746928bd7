import { testRecord } from '@sojourn/shared/care/test-care';
import { expect, test } from 'vitest';
import {
  draftOf,
  lackingWords,
  newRecord,
  readRecord,
  tidied,
  type RecordDraft,
} from './record-model.ts';
import { NOW } from './test-care-view.ts';

const draft = draftOf(testRecord());
const faults = (change: Partial<RecordDraft>) => {
  const read = readRecord({ ...draft, ...change }, NOW);
  return read.ok ? {} : read.error;
};

test('what is not touched is saved as it was', () => {
  expect(readRecord(draft, NOW)).toEqual({ ok: true, value: testRecord() });
});

test('a first name is enough, in any script; what is left empty is null and not an empty text', () => {
  const empty = draftOf(newRecord('Zoë 李 🌿'));
  expect(readRecord(empty, NOW)).toEqual({ ok: true, value: newRecord('Zoë 李 🌿') });
  expect(readRecord({ ...empty, allergies: '  \n ', phone: ' ' }, NOW)).toEqual({
    ok: true,
    value: newRecord('Zoë 李 🌿'),
  });
});

test.each<[Partial<RecordDraft>, string]>([
  [{ firstName: '  ' }, 'firstName'],
  [{ firstName: 'x'.repeat(20_000) }, 'firstName'],
  [{ birthDate: '2026-11-25' }, 'birthDate'],
  [{ birthDate: '1879-01-01' }, 'birthDate'],
  [{ phone: 'call me' }, 'phone'],
  [{ 'home.state': null }, 'home.state'],
  [{ 'home.zip': '8020' }, 'home.zip'],
  [{ dispatchLine: '911' }, 'dispatchLine'],
  [{ dispatchLine: '9 1 1' }, 'dispatchLine'],
  [{ dispatchLine: '555 0199' }, 'dispatchLine'],
  [{ 'chaperone.phone': '' }, 'chaperone.phone'],
  [{ conditions: 'y'.repeat(20_000) }, 'conditions'],
])('[CM3] %o is said at its field', (change, field) => {
  expect(Object.keys(faults(change))).toEqual([field]);
});

test('[CM3] 911 is refused with the reason: it would send help to the therapist’s door', () => {
  expect(faults({ dispatchLine: '911' })['dispatchLine']).toMatch(/where the caller is/);
});

test('[CM3] every fault at once, a date of birth that cannot be among them', () => {
  const found = faults({ phone: 'none', birthDate: '2030-01-01', 'home.city': '' });
  expect(Object.keys(found).toSorted()).toEqual(['birthDate', 'home.city', 'phone']);
});

const contact = (name: string, phone: string) => ({
  name,
  phone,
  relation: '',
  language: 'en' as const,
});

test('[CM3] the fault of a contact stands at that contact, though an empty one stood before it', () => {
  const emergencyContacts = [contact('', ' '), contact('Alex', '303 555 0122'), contact('Jo', '')];
  const kept = tidied({ ...draft, emergencyContacts });
  expect(kept.emergencyContacts.map(({ name }) => name)).toEqual(['Alex', 'Jo']);
  expect(Object.keys(faults(kept))).toEqual(['emergencyContacts.1.phone']);
});

test('what a dosing session will ask for and is not known is said while there is time', () => {
  expect(lackingWords(testRecord())).toBeNull();
  expect(lackingWords({ ...testRecord(), dispatchLine: null })).toBe(
    'For a dosing session it still needs the local dispatch line.',
  );
  expect(lackingWords(newRecord('Robin'))).toBe(
    'For a dosing session it still needs the client’s phone, the chaperone, an emergency contact and the local dispatch line.',
  );
});
