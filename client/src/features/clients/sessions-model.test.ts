import { expect, test } from 'vitest';
import { followUpWords, sortedSessions } from './sessions-model.ts';
import { A_DAY, closedSession, NOW, viewAfter } from './test-care-view.ts';

const EVENTS = [
  ...closedSession('old', 'preparation', NOW - 9 * A_DAY),
  ...closedSession('dose', 'dosing', NOW - 2 * A_DAY),
  { type: 'session.scheduled', sessionId: 'b', kind: 'dosing', scheduledAt: NOW + 9 * A_DAY },
  { type: 'session.scheduled', sessionId: 'a', kind: 'integration', scheduledAt: NOW + A_DAY },
] as const;

test('what is next stands first, then what was last', () => {
  const sorted = sortedSessions(viewAfter(EVENTS).sessions);
  expect(sorted.map(({ sessionId }) => sessionId)).toEqual(['a', 'b', 'dose', 'old']);
});

test('a dose that nobody followed up on says so; a talk asks for none', () => {
  const before = viewAfter(EVENTS).sessions.map(followUpWords);
  expect(before).toEqual([null, 'Not followed up yet', null, null]);
  const recorded = { type: 'followup.recorded', sessionId: 'dose', words: 'Well.' } as const;
  const after = viewAfter([...EVENTS, recorded]).sessions.map(followUpWords);
  expect(after[1]).toMatch(/^Followed up on .*: Well\.$/);
});
