import { guardLines, missing, type Guard } from '../guard.ts';
import { reject, type Rejection } from '../rejection.ts';
import { unreachable } from '../result.ts';
import type { SessionKind } from '../session/phase.ts';
import type { CareCommand } from './command.ts';
import { isInForce, type Order, type OrderTerms } from './order.ts';
import { isCleared } from './screening.ts';
import { completedSessions, type CareState } from './state.ts';
import type { PracticePolicy } from './practice.ts';
import { words } from '../words.ts';

type Known = CareState & { policy: PracticePolicy };
export type SchedulingGuard = 'course_open' | 'clearance' | 'order' | 'preparation';

/** What a session of this kind at that time needs (CC2). Only dosing sessions need anything. */
export function schedulingGuards(
  { stopped, screening, orders, sessions, policy }: Known,
  kind: SessionKind,
  at: number,
): Guard<SchedulingGuard>[] {
  if (kind !== 'dosing') return [];
  const { preparation } = completedSessions(sessions);
  const needed = policy.preparationSessions;
  const cleared = isCleared(screening, at);
  const ordered = orders.some((order) => isInForce(order, at));
  return [
    {
      guard: 'course_open',
      met: stopped === null,
      turn: 'client',
      words:
        stopped === null
          ? words('The course of care goes on.')
          : words('The course of care was stopped.'),
    },
    {
      guard: 'clearance',
      met: cleared,
      turn: 'prescriber',
      words: cleared
        ? words('Cleared by the prescriber.')
        : words('A clearance by the prescriber that is valid at that time.'),
    },
    {
      guard: 'order',
      met: ordered,
      turn: 'prescriber',
      words: ordered
        ? words('An order is in force.')
        : words('An order that is in force at that time.'),
    },
    {
      guard: 'preparation',
      met: preparation >= needed,
      turn: 'therapist',
      words: words('{preparation} of {needed} preparation sessions completed.', {
        preparation,
        needed,
      }),
    },
  ];
}

/** Why this cannot be done now, or null when it can. The screens and the server ask the same (CM1). */
export function careRefusal(known: Known, command: CareCommand, now: number): Rejection | null {
  switch (command.type) {
    case 'client.amend':
      return recordRefusal(command.record.birthDate, now);
    case 'screening.record':
      return command.screening.decidedAt > now
        ? reject('invalid', words('The decision cannot be in the future.'), 'screening.decidedAt')
        : null;
    case 'order.write':
      return orderRefusal(known.orders, command.replaces, command.terms, now);
    case 'order.withdraw':
      return isLive(known.orders, command.orderId)
        ? null
        : reject('not_found', words('This order has already ended.'));
    case 'session.schedule':
      return scheduleRefusal(known, command.kind, command.scheduledAt, now);
    case 'course.stop':
      return known.stopped === null
        ? null
        : reject('wrong_phase', words('The course of care is already stopped.'));
    case 'course.resume':
      return known.stopped === null
        ? reject('wrong_phase', words('The course of care is not stopped.'))
        : null;
    case 'followup.record':
      return known.sessions.some(
        (session) => session.sessionId === command.sessionId && session.outcome === 'closed',
      )
        ? null
        : reject('not_found', words('There is no such closed session.'));
    case 'favourite.mark':
      return null;
    default:
      return unreachable(command);
  }
}

export function recordRefusal(birthDate: string | null, now: number): Rejection | null {
  return birthDate !== null && (Date.parse(birthDate) > now || birthDate < '1900')
    ? reject('invalid', words('The date of birth cannot be right.'), 'record.birthDate')
    : null;
}

const isLive = (orders: readonly Order[], orderId: string): boolean =>
  orders.some((order) => order.orderId === orderId && order.endedAt === null);

/** OR2: at any time at most one order is in force. */
function orderRefusal(
  orders: readonly Order[],
  replaces: string | null,
  terms: OrderTerms,
  now: number,
): Rejection | null {
  if (replaces !== null && !isLive(orders, replaces)) {
    return reject('not_found', words('The order that this one replaces has already ended.'));
  }
  if (terms.validUntil <= now) {
    return reject('invalid', words('The order has already run out.'), 'terms.validUntil');
  }
  const overlapping = orders.find(
    (order) =>
      order.endedAt === null &&
      order.orderId !== replaces &&
      order.terms.validFrom < terms.validUntil &&
      terms.validFrom < order.terms.validUntil,
  );
  return overlapping
    ? reject(
        'orders_overlap',
        words(
          'Another order is in force in these days, and only one can be. Change that one, or choose other days.',
        ),
        'terms.validFrom',
      )
    : null;
}

const A_DAY = 86_400_000;

function scheduleRefusal(
  known: Known,
  kind: SessionKind,
  at: number,
  now: number,
): Rejection | null {
  if (at < now - A_DAY) {
    return reject('invalid', words('The time is in the past.'), 'scheduledAt');
  }
  const unmet = missing(schedulingGuards(known, kind, at));
  if (unmet.length === 0) return null;
  return {
    code: 'guard_unmet',
    message: words('A dosing session still needs: {list}', {
      list: guardLines(unmet),
    }),
    missing: unmet,
  };
}
