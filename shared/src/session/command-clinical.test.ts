import { describe, expect, test } from 'vitest';
import { parseCommand } from './command.ts';
import { consentVersion } from './consent.ts';

/* Bad input of the clinical commands: what a tired or a hostile hand would type. */

const commandId = '7f3c1f0e-3f4b-4c55-9a55-0d6b5a0f7a11';
const NOW = Date.UTC(2026, 4, 4, 15, 0);
const LONG = 'a'.repeat(20_000);

const parse = (command: object) => parseCommand({ commandId, ...command });
const fault = (command: object) => {
  const parsed = parse(command);
  return parsed.ok ? null : parsed.error;
};
/** Refused, at this field, in words of our own: no library's, and none that a person cannot read. */
const refusedAt = (field: string) => ({
  code: 'invalid',
  field,
  message: expect.stringMatching(
    /^(?!.*(expected [a-z]|Invalid|undefined|Too (big|small)))[A-Z].*[.?]$/s,
  ) as string,
});
const accepted = (command: object) => {
  const parsed = parse(command);
  return parsed.ok ? parsed.value.command : parsed.error;
};

describe('vitals', () => {
  const reading = {
    type: 'vitals.record',
    systolic: 122,
    diastolic: 78,
    heartRate: 72,
    spo2: 98,
    readBy: 'client',
    method: 'upper_arm_cuff',
    takenAt: NOW,
  };

  test('[VT1] a reading is taken as it was read, without an oximeter, too', () => {
    expect(accepted(reading)).toEqual(reading);
    expect(accepted({ ...reading, spo2: null })).toEqual({ ...reading, spo2: null });
  });

  test.each([
    ['systolic', 49],
    ['systolic', 281],
    ['systolic', 1_220],
    ['systolic', -122],
    ['systolic', 122.5],
    ['systolic', '122'],
    ['systolic', undefined],
    ['systolic', Number.NaN],
    ['diastolic', 19],
    ['diastolic', 181],
    ['diastolic', 122],
    ['diastolic', 130],
    ['heartRate', 19],
    ['heartRate', 251],
    ['heartRate', null],
    ['spo2', 49],
    ['spo2', 101],
    ['spo2', undefined],
    ['readBy', 'neighbour'],
    ['readBy', undefined],
    ['method', 'guessed'],
    ['takenAt', undefined],
    ['takenAt', 'now'],
    ['takenAt', 0],
    ['takenAt', Date.UTC(2101, 0, 1)],
    ['takenAt', 1e300],
  ])('[VT1 CM3] %s %j cannot be right, and is refused at its field', (field, value) =>
    expect(fault({ ...reading, [field]: value })).toMatchObject(refusedAt(field)),
  );

  test('[VT1 CM3] exchanged pressures are asked about, not stored', () => {
    const error = fault({ ...reading, systolic: 78, diastolic: 122 });
    expect(error).toMatchObject({ field: 'diastolic' });
    expect(error?.message).toContain('exchanged');
  });

  test.each([
    ['prescriberName', '  '],
    ['prescriberPhone', '911'],
    ['prescriberPhone', 'the office'],
    ['reason', ''],
    ['reason', LONG],
    ['spokenAt', undefined],
  ])('[VT3 CM3] an override without a right %s (%j) is none', (field, value) =>
    expect(
      fault({
        type: 'vitals.override',
        prescriberName: 'Dr. Okafor',
        prescriberPhone: '+13035550133',
        reason: 'White coat',
        spokenAt: NOW,
        [field]: value,
      }),
    ).toMatchObject(refusedAt(field)),
  );

  test.each([undefined, '', ' \t ', LONG])(
    '[VT4 CM3] a reading is not struck without a reason in a few words: %j',
    (reason) =>
      expect(fault({ type: 'vitals.strike', readingId: 'r1', reason })).toMatchObject(
        refusedAt('reason'),
      ),
  );
});

describe('papers', () => {
  const sign = { type: 'consent.sign', document: 'kap', version: consentVersion('kap') };
  const home = { street: '1 Salt St', city: 'Provo', state: 'UT', zip: '84601', doorNotes: null };
  const at = (change: object) => ({ type: 'location.attest', elsewhere: { ...home, ...change } });

  test.each(['Robin', 'Ngô', '明美', 'محمد', 'ओम', '👩🏽‍🚀', 'X Æ A-12'])(
    '[PA1 CM3] a signature is a name, in whatever script: %s',
    (name) => expect(accepted({ ...sign, name })).toMatchObject({ name }),
  );

  test.each([undefined, '', '   ', '\u200b\u200e', '\u00a0\u3000', 'a\nb', '\u202eniboR', LONG, 7])(
    '[PA1 CM3] spaces, nothing and tricks of writing are no signature: %j',
    (name) => expect(fault({ ...sign, name })).toMatchObject(refusedAt('name')),
  );

  test.each([
    [{ ...sign, name: 'R', document: 'house_rules' }, 'document'],
    [{ ...sign, name: 'R', version: undefined }, 'version'],
    [{ ...sign, name: 'R', version: LONG }, 'version'],
    [{ type: 'consent.withdraw' }, 'document'],
  ])('[PA1 CM3] no signature to what is no text of ours: %#', (command, field) =>
    expect(fault(command)).toMatchObject(refusedAt(field)),
  );

  test.each([
    [{ state: undefined }, 'elsewhere.state'],
    [{ state: '' }, 'elsewhere.state'],
    [{ state: 'Colorado' }, 'elsewhere.state'],
    [{ state: 'ZZ' }, 'elsewhere.state'],
    [{ street: ' ' }, 'elsewhere.street'],
    [{ street: LONG }, 'elsewhere.street'],
    [{ city: undefined }, 'elsewhere.city'],
    [{ zip: '1234' }, 'elsewhere.zip'],
    [{ zip: 80203 }, 'elsewhere.zip'],
    [{ doorNotes: 'x'.repeat(301) }, 'elsewhere.doorNotes'],
  ])('[PA3 PA4 CM3] helpers are sent to no address with %j', (change, field) =>
    expect(fault(at(change))).toMatchObject(refusedAt(field)),
  );

  test('[PA3 CM3] neither “at home” nor an address is no answer', () => {
    expect(fault({ type: 'location.attest' })).toMatchObject(refusedAt('elsewhere'));
    expect(accepted({ type: 'location.attest', elsewhere: null })).toMatchObject({
      elsewhere: null,
    });
    expect(accepted(at({ doorNotes: 'Ring twice.\r\nThe dog is kind.' }))).toMatchObject({
      elsewhere: { doorNotes: 'Ring twice.\nThe dog is kind.' },
    });
  });

  test.each([-1, 49, 4.5, '5', undefined, null])('[PA5 CM3] no fasting of %j hours', (hours) =>
    expect(fault({ type: 'fasting.report', hours })).toMatchObject(refusedAt('hours')),
  );

  test.each([
    [{ type: 'today.report', took: '' }, 'took'],
    [{ type: 'today.report', took: LONG }, 'took'],
    [{ type: 'today.report' }, 'took'],
    [{ type: 'intention.write', words: 'x'.repeat(501) }, 'words'],
    [{ type: 'phrase.write', words: 'two\nlines' }, 'words'],
    [{ type: 'touch.agree', touch: 'hug' }, 'touch'],
    [{ type: 'booster.answer', agreed: 'yes' }, 'agreed'],
    [{ type: 'checklist.set', item: 'candles', done: true }, 'item'],
    [{ type: 'checklist.set', item: 'music' }, 'done'],
    [{ type: 'chaperone.agree', name: ' ', phone: '+13035550147' }, 'name'],
    [{ type: 'chaperone.agree', name: 'Sam', phone: 'mine' }, 'phone'],
    [{ type: 'chaperone.agree', name: 'Sam' }, 'phone'],
  ])('[CM3] %j is refused at its field', (command, field) =>
    expect(fault(command)).toMatchObject(refusedAt(field)),
  );
});

describe('the dose, the watch and the release', () => {
  test.each([0, 7, 1.5, '2', undefined, null, -1])(
    '[DO5 CM3] nobody saw %j tablets on camera',
    (tablets) => {
      for (const type of ['dose.start', 'booster.give']) {
        expect(fault({ type, tablets, expectedRevision: 1 })).toMatchObject(refusedAt('tablets'));
      }
    },
  );

  test.each([undefined, 'lost', ''])('[DO7 CM3] a hold does not end by %j', (how) =>
    expect(fault({ type: 'hold.end', how })).toMatchObject(refusedAt('how')),
  );

  test('[WA1] a note of several lines, in any script, is kept as it was written', () => {
    const words = 'Eyes closed.\n“El mar está cerca” — 海 🌊';
    expect(accepted({ type: 'note.write', words })).toMatchObject({ words });
    expect(accepted({ type: 'note.write', words: 'x'.repeat(2_000) })).toMatchObject({
      type: 'note.write',
    });
  });

  test.each([LONG, '', ' \n ', 'half \ud83d', 'a\u0000b', undefined])(
    '[WA1 CM3] a note that cannot be kept is refused at once, and not cut: %#',
    (words) => {
      expect(fault({ type: 'note.write', words })).toMatchObject(refusedAt('words'));
      expect(fault({ type: 'addendum.write', words })).toMatchObject(refusedAt('words'));
    },
  );

  test.each([
    [{ type: 'mark.record', mark: 'asleep' }, 'mark'],
    [{ type: 'release.tick', criterion: 'happy', met: true, value: 'Yes' }, 'criterion'],
    [{ type: 'release.tick', criterion: 'walks', met: 'yes', value: 'Yes' }, 'met'],
    [{ type: 'release.tick', criterion: 'walks', met: true, value: '  ' }, 'value'],
    [{ type: 'release.tick', criterion: 'walks', met: true }, 'value'],
    [{ type: 'release.sign', name: ' ' }, 'name'],
    [{ type: 'drill.answer', drillId: 'd1' }, 'heard'],
    [{ type: 'drill.answer', drillId: LONG, heard: true }, 'drillId'],
  ])('[WA1 RL1 RL3 GD3 CM3] %j is refused at its field', (command, field) =>
    expect(fault(command)).toMatchObject(refusedAt(field)),
  );

  test.each([
    ['to', ' '],
    ['to', LONG],
    ['told', ''],
    ['handedOverAt', undefined],
    ['handedOverAt', Date.UTC(2101, 0, 1)],
  ])('[RL4 CM3] a hand-over needs who, when and what was told: %s %j', (field, value) =>
    expect(
      fault({
        type: 'session.hand_over',
        to: 'Denver paramedics',
        handedOverAt: NOW,
        told: 'Ketamine by mouth',
        [field]: value,
      }),
    ).toMatchObject(refusedAt(field)),
  );

  test('[CC3 CM3] whether the whole course stops is yes, no or not said', () => {
    const cancel = { type: 'session.cancel', reason: 'Not for me' };
    expect(accepted(cancel)).toEqual(cancel);
    expect(accepted({ ...cancel, stopsCourse: true })).toEqual({ ...cancel, stopsCourse: true });
    expect(fault({ ...cancel, stopsCourse: 'yes' })).toMatchObject(refusedAt('stopsCourse'));
  });
});
