import { everybodyIn, type TestSession } from '@sojourn/shared/session/test-session';
import { view, type TherapistView } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import { deliveryLines } from './delivery-model.ts';
import { drillResults } from './drill-results-model.ts';

const seen = ({ state }: TestSession) => view(state, 'therapist') as TherapistView;

test('[AL11 GD3] the drill tells whether the phone was heard, and names each way that is off', () => {
  const session = everybodyIn();
  expect(drillResults(seen(session))).toBeNull();
  const drillId = session.must('therapist', { type: 'drill.start' });
  expect(drillResults(seen(session))).toMatchObject({ drillId, tone: 'waiting' });
  const lines = deliveryLines(seen(session).deliveries, drillId, seen(session));
  expect(lines.map(({ words }) => words)).toEqual([
    'Push, text message and phone call: off, not set up',
  ]);
  session.must('chaperone', { type: 'drill.answer', drillId, heard: false });
  expect(drillResults(seen(session))).toMatchObject({ words: 'Sam heard nothing', tone: 'lost' });
});

test('[AL11] after the dose the drill is no news any more', () => {
  expect(drillResults(seen(everybodyIn().goTo('journey')))).toBeNull();
});
