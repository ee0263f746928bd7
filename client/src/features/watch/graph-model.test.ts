import { everybodyIn, MINUTE } from '@sojourn/shared/session/test-session';
import { therapistView } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import { graphModel } from './graph-model.ts';

const graphOf = (session: ReturnType<typeof everybodyIn>) =>
  graphModel(therapistView(session.state), session.now, ({ event }) => event.type);

test('[WA1] looks stand at their minutes on the axis, and before the dose there is none', () => {
  expect(graphOf(everybodyIn().goTo('ready'))).toBeNull();
  const session = everybodyIn().goTo('onset');
  session.now = (session.state.dose.t0 ?? 0) + 60 * MINUTE;
  session.must('therapist', { type: 'look.record' });
  const graph = graphOf(session);
  const looks = graph?.lanes.find(({ name }) => name === 'Looks')?.marks ?? [];
  const hour = graph?.ticks.find(({ label }) => label === '60')?.at;
  expect(looks.find(({ hollow }) => !hollow)?.at).toBeCloseTo(hour ?? NaN, 1);
});

test('[WA1] a closed session that is opened a day later keeps the hours that it was', () => {
  const session = everybodyIn().goTo('closed');
  const closed = graphOf(session);
  session.now += 24 * 60 * MINUTE;
  expect(graphOf(session)).toEqual(closed);
});
