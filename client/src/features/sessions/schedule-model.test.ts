import { evolveCare } from '@sojourn/shared/care/evolve';
import type { CareEvent } from '@sojourn/shared/care/event';
import { DEFAULT_POLICY } from '@sojourn/shared/care/practice';
import type { CareState } from '@sojourn/shared/care/state';
import { testRecord, testTerms } from '@sojourn/shared/care/test-care';
import { careView } from '@sojourn/shared/care/view';
import { expect, test } from 'vitest';
import { toLocalInput } from '../../connection/dates.ts';
import { blockedWords, draftOf, guardsFor, readSchedule } from './schedule-model.ts';

const NOW = Date.UTC(2026, 10, 24, 15, 20);
const A_DAY = 86_400_000;

function careAfter(...events: CareEvent[]) {
  const begun: CareEvent = { type: 'client.registered', clientId: 'c_1', record: testRecord() };
  const state = [begun, ...events].reduce<CareState | null>(
    (before, event, index) =>
      evolveCare(before, {
        seq: index + 1,
        at: NOW - A_DAY,
        actor: 'therapist',
        commandId: null,
        event,
      }),
    null,
  );
  if (!state) throw new Error('No state');
  return careView(state, DEFAULT_POLICY, NOW);
}

const CLEARED: CareEvent = {
  type: 'screening.recorded',
  screening: {
    outcome: 'cleared',
    by: 'Dr. Okafor',
    decidedAt: NOW - A_DAY,
    validUntil: NOW + 60 * A_DAY,
  },
};
const ORDERED: CareEvent = {
  type: 'order.written',
  orderId: 'o_1',
  version: 1,
  replaces: null,
  terms: testTerms(NOW),
};
const PREPARED: CareEvent[] = [
  { type: 'session.scheduled', sessionId: 's_1', kind: 'preparation', scheduledAt: NOW - A_DAY },
  { type: 'session.ended', sessionId: 's_1', outcome: 'closed' },
];
const READY = careAfter(CLEARED, ORDERED, ...PREPARED);
const dosing = (at: number) => ({ kind: 'dosing' as const, scheduledAt: toLocalInput(at) });

test('[CM1 CC2] a dosing session that the server would refuse cannot be sent, and the form says whose turn it is', () => {
  const guards = guardsFor(dosing(NOW + A_DAY), careAfter());
  expect(guards.filter(({ met }) => !met).map(({ guard, turn }) => [guard, turn])).toEqual([
    ['clearance', 'prescriber'],
    ['order', 'prescriber'],
    ['preparation', 'therapist'],
  ]);
  expect(blockedWords(guards)).toBe('3 points are still open.');
  expect(readSchedule(dosing(NOW + A_DAY), careAfter(), NOW).ok).toBe(false);
});

test('[CM1 CC2] the same day later than the order lasts is not the same answer', () => {
  expect(blockedWords(guardsFor(dosing(NOW + A_DAY), READY))).toBeUndefined();
  expect(blockedWords(guardsFor(dosing(NOW + 30 * A_DAY), READY))).toBe('One point is still open.');
});

test('[CC2] a talk needs nothing, also before there is an order', () => {
  const draft = { ...dosing(NOW + A_DAY), kind: 'consultation' as const };
  expect(guardsFor(draft, careAfter())).toEqual([]);
  expect(readSchedule(draft, careAfter(), NOW).ok).toBe(true);
});

test('[CM3] each fault stands at its field, all at once', () => {
  const read = readSchedule({ kind: null, scheduledAt: '' }, null, NOW);
  expect(read.ok ? [] : Object.keys(read.error).toSorted()).toEqual([
    'clientId',
    'kind',
    'scheduledAt',
  ]);
});

test('[CM3] a time that has long passed is said at the time', () => {
  const read = readSchedule(dosing(NOW - 3 * A_DAY), READY, NOW);
  expect(read).toEqual({ ok: false, error: { scheduledAt: 'The time is in the past.' } });
});

test('a proposed time that has passed meanwhile is not prefilled: the next full hour is', () => {
  const next = Date.UTC(2026, 10, 24, 16, 0);
  expect(draftOf({ kind: 'integration', at: NOW - A_DAY }, NOW).scheduledAt).toBe(
    toLocalInput(next),
  );
  expect(draftOf({ kind: 'integration', at: next + A_DAY }, NOW).scheduledAt).toBe(
    toLocalInput(next + A_DAY),
  );
});
