import { everybodyIn, MINUTE } from '@sojourn/shared/session/test-session';
import { therapistView } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import { dueMarks } from './due-model.ts';
import { entryOfKey, quickEntries } from './entry-model.ts';
import { graphModel } from './graph-model.ts';

type Session = ReturnType<typeof everybodyIn>;
const due = (session: Session) => dueMarks(therapistView(session.state), session.now);
const find = (session: Session, what: string) => due(session).find((mark) => mark.what === what);

test('[WA1] a look is due every 15 minutes since the last one, or since the dose', () => {
  const session = everybodyIn().goTo('onset');
  expect(find(session, 'look')).toMatchObject({ due: false });
  session.now += 16 * MINUTE;
  expect(find(session, 'look')).toMatchObject({ due: true });
  session.must('therapist', { type: 'look.record' });
  expect(find(session, 'look')).toMatchObject({ due: false, words: 'Your look in 15 min' });
});

test('[WA1] blood pressure is due at 40 minutes, and a reading there answers it', () => {
  const session = everybodyIn().goTo('journey');
  session.now += 41 * MINUTE;
  expect(find(session, 'pressure')).toMatchObject({ due: true });
  session.measure();
  expect(find(session, 'pressure')).toBeUndefined();
});

test('[WA1] the end of the observation is said when it is near', () => {
  const session = everybodyIn().goTo('journey');
  expect(find(session, 'observation')).toBeUndefined();
  session.now = (therapistView(session.state).t0 ?? 0) + 100 * MINUTE;
  expect(find(session, 'observation')).toMatchObject({ due: false });
});

test('[PH2] before the dose nothing is due, and a mark that is due moves no phase', () => {
  expect(due(everybodyIn().goTo('ready'))).toEqual([]);
  const session = everybodyIn().goTo('hold');
  session.now += 60 * MINUTE;
  expect(find(session, 'hold')).toMatchObject({ due: true });
  expect(session.state.phase).toBe('hold');
});

test('[WA1] a single key makes one entry: not in a text, not held down, not with a modifier', () => {
  const session = everybodyIn().goTo('journey');
  const entries = quickEntries(therapistView(session.state), session.now);
  const key = { key: 'N', ctrlKey: false, metaKey: false, altKey: false, repeat: false };
  expect(entryOfKey(key, false, entries)?.label).toBe('Nausea');
  expect(entryOfKey(key, true, entries)).toBeNull();
  expect(entryOfKey({ ...key, repeat: true }, false, entries)).toBeNull();
  expect(entryOfKey({ ...key, ctrlKey: true }, false, entries)).toBeNull();
  expect(entryOfKey({ ...key, key: 'q' }, false, entries)).toBeNull();
});

test('[WA1] the graph draws what happened and what is expected, with the active window', () => {
  const session = everybodyIn().goTo('journey');
  session.measure();
  const graph = graphModel(therapistView(session.state), session.now, (entry) => entry.event.type);
  expect(graph?.lanes.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Dose', 'Vitals', 'Looks']),
  );
  const vitals = graph?.lanes.find(({ name }) => name === 'Vitals')?.marks;
  expect(vitals?.map(({ hollow }) => hollow)).toEqual([false, false, true]);
  expect(graph && graph.window.from < graph.window.to && graph.window.to < 100).toBe(true);
  expect(graphModel(therapistView(everybodyIn().state), session.now, String)).toBeNull();
});
