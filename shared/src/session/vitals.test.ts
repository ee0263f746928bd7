import { describe, expect, test } from 'vitest';
import { testFacts } from '../care/test-care.ts';
import { BEGAN, everybodyIn, MINUTE, type TestSession } from './test-session.ts';
import { therapistView } from './view.ts';

describe('in a session', () => {
  const session = () => everybodyIn().goTo('setup');
  const record = (takenAt: number) =>
    ({
      type: 'vitals.record',
      systolic: 122,
      diastolic: 78,
      heartRate: 72,
      spo2: null,
      readBy: 'client',
      method: 'wrist_cuff',
      takenAt,
    }) as const;
  const override = (spokenAt: number) =>
    ({
      type: 'vitals.override',
      prescriberName: 'Dr. Okafor',
      prescriberPhone: '+13035550133',
      reason: 'Known white-coat reading',
      spokenAt,
    }) as const;
  const outOfRangeTwice = (): TestSession => {
    const found = session();
    found.measure(152, 84, 80);
    found.now += 5 * MINUTE;
    found.measure(151, 84, 80);
    return found;
  };

  test('[VT1] a reading is kept with values, time, who read it and how', () => {
    const found = session();
    const readingId = found.must('therapist', record(found.now));
    const { type: _type, ...values } = record(found.now - 1_000);
    expect(found.state.vitals.readings.at(-1)).toEqual({ readingId, struck: null, ...values });
  });

  test.each([
    ['in the future', 2 * MINUTE],
    ['of two days ago', -48 * 60 * MINUTE],
  ])('[VT1 CM3] a reading %s is refused at its field', (_what, offset) => {
    const found = session();
    const refused = { error: { code: 'invalid', field: 'takenAt' } };
    expect(found.press('therapist', record(found.now + offset))).toMatchObject(refused);
    expect(found.state.vitals.readings).toEqual([]);
  });

  test('[VT3] an override is refused before there were two readings out of range with the rest between', () => {
    const found = session();
    for (const values of [null, 122, 152] as const) {
      if (values) found.measure(values);
      expect(found.press('therapist', override(found.now))).toMatchObject({
        error: { code: 'guard_unmet' },
      });
    }
  });

  test('[VT3] the prescriber’s word is kept with name, number, reason and time, and the dose may begin', () => {
    const found = outOfRangeTwice();
    found.must('therapist', override(found.now));
    const { type: _type, ...spoken } = override(found.now - 1_000);
    expect(found.record.at(-1)?.event).toEqual({
      type: 'vitals.overridden',
      readingId: found.state.vitals.readings.at(-1)?.readingId,
      ...spoken,
      order: 'order-1/1',
    });
    found.drill();
    found.advance('ready');
    expect(found.startDose()).toMatchObject({ ok: true });
  });

  test('[VT3] the prescriber’s word under one order is none under the next', () => {
    const found = outOfRangeTwice();
    found.must('therapist', override(found.now));
    found.drill();
    found.advance('ready');
    const facts = testFacts(BEGAN);
    const orders = facts.orders.map((order) => ({ ...order, version: 2 }));
    found.system({ type: 'care.note', care: { ...facts, orders } });
    expect(found.startDose()).toMatchObject({ error: { missing: [{ guard: 'vitals' }] } });
  });

  test('[VT3] a reading out of range is not pushed out of sight by many that are in range', () => {
    const session = everybodyIn().doPapers();
    session.measure(171, 84, 88);
    session.now += 6 * MINUTE;
    let last = session.measure();
    for (let count = 0; count < 80; count += 1) last = session.measure();
    expect(last).toMatchObject({ error: { code: 'unavailable' } });
    expect(session.state.vitals.readings[0]).toMatchObject({ systolic: 171 });
  });

  test('[VT3] without the override, or with a newer reading out of range, nothing starts', () => {
    const found = outOfRangeTwice();
    found.drill();
    found.advance('ready');
    const lacking = { error: { code: 'guard_unmet', missing: [{ guard: 'vitals' }] } };
    expect(found.startDose()).toMatchObject(lacking);
    found.must('therapist', override(found.now));
    found.measure(180, 84, 80);
    expect(found.startDose()).toMatchObject(lacking);
  });

  test.each([
    ['in the future', 10 * MINUTE],
    ['before the last reading', -3 * MINUTE],
  ])('[VT3 CM3] a call to the prescriber %s is refused at its field', (_what, offset) => {
    const found = outOfRangeTwice();
    expect(found.press('therapist', override(found.now + offset))).toMatchObject({
      error: { code: 'invalid', field: 'spokenAt' },
    });
  });

  test('[VT4] a reading entered in error is struck with its reason, and stays to be read', () => {
    const found = session();
    found.measure(222, 78);
    const [wrong] = found.state.vitals.readings;
    const readingId = wrong?.readingId ?? '';
    const strike = { type: 'vitals.strike', readingId, reason: 'Mistyped' } as const;
    found.must('therapist', strike);
    expect(therapistView(found.state).vitals.readings).toEqual([{ ...wrong, struck: 'Mistyped' }]);
    expect(found.record.map(({ event }) => event.type)).toContain('vitals.recorded');
    expect(found.press('therapist', strike)).toMatchObject({ error: { code: 'not_found' } });
  });

  test('[VT4] nothing but a reading can be struck', () => {
    const found = session();
    expect(
      found.press('therapist', { type: 'vitals.strike', readingId: 'r9', reason: 'Mistyped' }),
    ).toMatchObject({ error: { code: 'not_found' } });
  });
});
