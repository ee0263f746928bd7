import { evolveCare } from '@sojourn/shared/care/evolve';
import type { CareEvent } from '@sojourn/shared/care/event';
import { DEFAULT_POLICY } from '@sojourn/shared/care/practice';
import type { CareState } from '@sojourn/shared/care/state';
import { testRecord } from '@sojourn/shared/care/test-care';
import { careView, type CareView } from '@sojourn/shared/care/view';
import { dayBegins } from '../../connection/dates.ts';

/* Test support: the course of care of one client, as it is seen on Tuesday the 24th at half past three. */

export const TODAY = '2026-11-24';
export const NOW = dayBegins(TODAY) + 15.5 * 3_600_000;
export const A_DAY = 86_400_000;

/** @param events that happened, the last of them at `at` */
export function viewAfter(events: readonly CareEvent[], at = NOW - A_DAY): CareView {
  const begun: CareEvent = { type: 'client.registered', clientId: 'c_1', record: testRecord() };
  const state = [begun, ...events].reduce<CareState | null>((before, event, index) => {
    const entry = { seq: index + 1, at, actor: 'therapist', commandId: null, event } as const;
    return evolveCare(before, entry);
  }, null);
  if (!state) throw new Error('A course of care begins with client.registered');
  return careView(state, DEFAULT_POLICY, NOW);
}

export const closedSession = (
  sessionId: string,
  kind: 'preparation' | 'dosing' | 'integration',
  scheduledAt: number,
): CareEvent[] => [
  { type: 'session.scheduled', sessionId, kind, scheduledAt },
  { type: 'session.ended', sessionId, outcome: 'closed' },
];
