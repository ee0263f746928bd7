import { everybodyIn, type TestSession } from '@sojourn/shared/session/test-session';
import { view, type ChaperoneView } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import { drillModel } from './drill-model.ts';

const drill = ({ state, now }: TestSession, unheard: string | null = null) =>
  drillModel(view(state, 'chaperone') as ChaperoneView, unheard, now);

test('[GD3] a drill sounds on the phone until a person answers', () => {
  const session = everybodyIn();
  expect(drill(session).drillId).toBeNull();
  const drillId = session.must('therapist', { type: 'drill.start' });
  expect(drill(session)).toEqual({ drillId, help: false });
  session.must('chaperone', { type: 'drill.answer', drillId, heard: true });
  expect(drill(session)).toEqual({ drillId: null, help: false });
});

test('[GD3] after “I heard nothing” the phone’s help stays until the next drill sounds', () => {
  const session = everybodyIn();
  const drillId = session.must('therapist', { type: 'drill.start' });
  session.must('chaperone', { type: 'drill.answer', drillId, heard: false });
  expect(drill(session, drillId)).toEqual({ drillId: null, help: true });
  const again = session.must('therapist', { type: 'drill.start' });
  expect(drill(session, drillId)).toEqual({ drillId: again, help: false });
});

test('[GD3 AL1] a real alert comes before a drill, and the drill waits for its end', () => {
  const session = everybodyIn();
  const drillId = session.must('therapist', { type: 'drill.start' });
  const alertId = session.must('client', { type: 'alert.raise', kind: 'help' });
  expect(drill(session).drillId).toBeNull();
  session.must('chaperone', { type: 'alert.with_client', alertId });
  expect(drill(session).drillId).toBe(drillId);
});
