import { describe, expect, test } from 'vitest';
import { addressLine, ageAt, ClientRecord, DispatchLine } from './client-record.ts';
import { testRecord } from './test-care.ts';
import { BEGAN } from './test-course.ts';

const record = testRecord();
const home = {
  street: '12 Juniper Lane',
  city: 'Denver',
  state: 'CO' as const,
  zip: '80203',
  doorNotes: null,
};
/** The fault's field and words; null when there is none. */
function fault(typed: unknown): { field: string; words: string } | null {
  const issue = ClientRecord.safeParse(typed).error?.issues[0];
  return issue ? { field: issue.path.join('.'), words: issue.message } : null;
}

describe('the dispatch line', () => {
  const words = (typed: unknown) => DispatchLine.safeParse(typed).error?.issues[0]?.message;

  test.each(['303 555 0199', '(303) 555-0199', '+1 303.555.0199', '13035550199'])(
    '[EC1] is the ten digits of the centre at the client’s home: %s',
    (line) => expect(DispatchLine.parse(line)).toBe(line),
  );

  test.each(['911', ' 911 ', '9 1 1', '9 11'])(
    '[EC1 CM3] is not %j: it reaches the dispatcher of whoever dials, and it says so',
    (line) => expect(words(line)).toMatch(/^911 reaches the dispatcher where the caller is\./),
  );

  test.each([
    '112',
    '9-1-1',
    '5550199',
    '303 555 019',
    '303 555 01999',
    '+44 20 7946 0958',
    'x',
    '',
  ])('[EC1 CM3] is not %j', (line) => expect(words(line)).toMatch(/ten digits/));

  test.each([911, undefined])('[EC1 CM3] is not %j', (line) =>
    expect(words(line)).toBe('The dispatch line is missing.'),
  );
});

describe('the client’s record', () => {
  test('[CM3 CC4] is taken as it was written, and what is not known yet is null', () => {
    expect(ClientRecord.parse(record)).toEqual(record);
    const unknown = {
      firstName: 'R.',
      birthDate: null,
      phone: null,
      home: null,
      dispatchLine: null,
      emergencyContacts: [],
      chaperone: null,
      allergies: null,
      conditions: null,
    };
    expect(ClientRecord.parse(unknown)).toEqual(unknown);
  });

  test.each([
    [{ firstName: ' ' }, 'firstName'],
    [{ firstName: 'a'.repeat(20_000) }, 'firstName'],
    [{ birthDate: '1988-02-30' }, 'birthDate'],
    [{ birthDate: '14.3.1988' }, 'birthDate'],
    [{ birthDate: '' }, 'birthDate'],
    [{ phone: 'none' }, 'phone'],
    [{ dispatchLine: '911' }, 'dispatchLine'],
    [{ home: { ...home, street: '' } }, 'home.street'],
    [{ home: { ...home, city: ' ' } }, 'home.city'],
    [{ home: { ...home, state: 'Colorado' } }, 'home.state'],
    [{ home: { ...home, zip: '8020' } }, 'home.zip'],
    [{ home: { ...home, doorNotes: 'x'.repeat(301) } }, 'home.doorNotes'],
    [
      { emergencyContacts: [{ name: ' ', relation: null, phone: '12345' }] },
      'emergencyContacts.0.name',
    ],
    [
      { emergencyContacts: Array.from({ length: 5 }, () => record.emergencyContacts[0]) },
      'emergencyContacts',
    ],
    [{ chaperone: { name: 'Sam', phone: '911' } }, 'chaperone.phone'],
    [{ allergies: 'x'.repeat(501) }, 'allergies'],
    [{ conditions: 'x\u0000' }, 'conditions'],
  ])('[CM3] what cannot be right is refused at its field, in words: %#', (change, field) => {
    const found = fault({ ...record, ...change });
    expect(found).toMatchObject({ field });
    expect(found?.words).toMatch(/^\p{L}.*\.$|^911 reaches/u);
    expect(found?.words).not.toMatch(/expected [a-z]|Invalid|undefined|Too (big|small)/);
  });

  test('[EC1] an address is read aloud in one line', () => {
    expect(addressLine(home)).toBe('12 Juniper Lane, Denver, CO 80203');
  });

  test.each([
    ['1988-03-14', Date.UTC(2026, 2, 13, 23, 59), 37],
    ['1988-03-14', Date.UTC(2026, 2, 14), 38],
    ['2004-02-29', Date.UTC(2026, 1, 28), 21],
    ['2004-02-29', Date.UTC(2026, 2, 1), 22],
    ['2026-05-04', BEGAN, 0],
    [null, BEGAN, null],
  ])('[EC1] who was born on %s is, at that time, of the right age: %#', (birthDate, now, age) => {
    expect(ageAt(birthDate, now)).toBe(age);
  });
});
