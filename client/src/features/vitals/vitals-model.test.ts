import { everybodyIn, MINUTE } from '@sojourn/shared/session/test-session';
import { therapistView } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import { EMPTY_FORM, vitalsCommand, vitalsModel } from './vitals-model.ts';

const inReady = () => everybodyIn().goTo('ready');
const modelOf = (session: ReturnType<typeof everybodyIn>) =>
  vitalsModel(therapistView(session.state), session.now);
const form = { ...EMPTY_FORM, systolic: '122', diastolic: '78', heartRate: '72' };

test('[VT1] what was typed becomes a reading with its time, and an empty SpO2 is none', () => {
  expect(vitalsCommand({ ...form, ago: '2' }, 10 * 365 * 24 * 3_600_000 * 5)).toMatchObject({
    command: { systolic: 122, spo2: null, takenAt: 10 * 365 * 24 * 3_600_000 * 5 - 2 * MINUTE },
  });
});

test.each([
  [{ systolic: '78', diastolic: '122' }, 'diastolic', /exchanged/],
  [{ heartRate: '400' }, 'heartRate', /cannot be right/],
  [{ systolic: '' }, 'systolic', /missing/],
  [{ systolic: '12o' }, 'systolic', /missing|number/i],
  [{ spo2: '101' }, 'spo2', /cannot be right/],
  [{ ago: 'ten' }, 'takenAt', /missing/],
])('[VT1] %j is told at its field before it is sent', (typed, field, words) => {
  const made = vitalsCommand({ ...form, ...typed }, Date.now());
  expect('faults' in made && made.faults[field]).toMatch(words);
});

test('[VT3] out of range rests, is repeated, and then only the prescriber decides', () => {
  const session = inReady();
  session.measure(160);
  expect(modelOf(session)).toMatchObject({ tone: 'waiting', mayOverride: false });
  expect(modelOf(session).restLeft).toMatch(/^[45]:/);
  session.now += 6 * MINUTE;
  expect(modelOf(session)).toMatchObject({ restLeft: null, mayOverride: false });
  session.measure(158);
  expect(modelOf(session)).toMatchObject({ tone: 'medium', mayOverride: true });
});

test('[VT4] a struck reading stays in the list and says why', () => {
  const session = inReady();
  const readingId = session.must('therapist', {
    type: 'vitals.record',
    systolic: 210,
    diastolic: 80,
    heartRate: 70,
    spo2: null,
    readBy: 'client',
    method: 'wrist_cuff',
    takenAt: session.now,
  });
  session.must('therapist', { type: 'vitals.strike', readingId, reason: 'Misheard: 120' });
  expect(modelOf(session).readings).toMatchObject([
    { struck: true, standing: 'struck: Misheard: 120' },
  ]);
  expect(modelOf(session).words).toBe('No vitals yet.');
});

test('[VT3 DO4] after the dose no reading is weighed against the dose any more', () => {
  const session = everybodyIn().goTo('journey');
  session.measure(170);
  expect(modelOf(session)).toMatchObject({ tone: 'accent', mayOverride: false });
  expect(modelOf(session).words).toContain('170/78');
});
