import { everybodyIn, MINUTE } from '@sojourn/shared/session/test-session';
import { therapistView } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import { doseModel } from './dose-model.ts';

const modelOf = (session: ReturnType<typeof everybodyIn>) =>
  doseModel(therapistView(session.state), session.now);

test('[DO1] before T0 there is no dose to speak of', () => {
  expect(modelOf(everybodyIn().goTo('ready'))).toBeNull();
});

test('[DO5 DO7] what was taken, and how long it has been held against the order', () => {
  const session = everybodyIn().goTo('hold');
  session.now += 8 * MINUTE;
  expect(modelOf(session)?.lines[0]?.words).toContain('2 × 100 mg ketamine');
  expect(modelOf(session)?.holding).toMatchObject({ due: false });
  expect(modelOf(session)?.holding?.words).toMatch(/^8:\d\d of 12 min, then spit$/);
  session.now += 5 * MINUTE;
  expect(modelOf(session)?.holding?.due).toBe(true);
  session.must('therapist', { type: 'hold.end', how: 'swallowed' });
  expect(modelOf(session)).toMatchObject({
    holding: null,
    lines: [{ hold: 'swallowed after 13 min' }],
  });
});

test('[DO6 RL2] a booster says what it waits for, and the observation begins anew with it', () => {
  const session = everybodyIn().goTo('journey');
  session.measure();
  expect(modelOf(session)?.booster?.missing.map(({ guard }) => guard)).toEqual(['booster_minute']);
  session.now += 25 * MINUTE;
  session.measure();
  expect(modelOf(session)?.booster?.missing).toEqual([]);
  expect(session.giveBooster().ok).toBe(true);
  expect(modelOf(session)).toMatchObject({ booster: null, observation: { over: false } });
  expect(modelOf(session)?.observation.words).toContain('120 min left');
});

test('[DO7] the end of a hold is asked for in one place: in the checklist, where it opens the next phase', () => {
  const session = everybodyIn().goTo('hold');
  expect(modelOf(session)?.endsHere).toBe(false);
  session.goTo('onset');
  session.now += 25 * MINUTE;
  session.measure();
  session.giveBooster();
  expect(modelOf(session)?.endsHere).toBe(true);
  session.goTo('journey');
  expect(modelOf(session)?.endsHere).toBe(false);
});
