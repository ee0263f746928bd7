import { z } from 'zod';
import { Order, orderInForce } from '../care/order.ts';
import { reject, type Rejection } from '../rejection.ts';
import { unreachable } from '../result.ts';
import { isSame } from '../same.ts';
import { isOver } from './phase.ts';
import type { SessionState } from './state.ts';
import type { ClientView, TherapistView } from './view.ts';
import { words } from '../words.ts';

/* The dose: two confirmations, T0, the hold, and a booster where the order allows one. */

const tablets = z
  .int(words('The number of tablets seen on camera is missing.'))
  .min(1, words('The number of tablets must be at least 1.'))
  .max(6, words('The number of tablets must be at most 6.'));
const expectedRevision = z.int().min(0);
/** How the hold ended, as seen on camera. */
export const HoldEnd = z.enum(
  ['spat', 'swallowed', 'vomited'],
  words('Choose how the hold ended.'),
);
export type HoldEnd = z.infer<typeof HoldEnd>;

export const DoseCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('dose.start'), tablets, expectedRevision }),
  z.object({ type: z.literal('dose.withdraw') }),
  z.object({ type: z.literal('dose.ready') }),
  z.object({ type: z.literal('dose.not_ready') }),
  z.object({ type: z.literal('hold.end'), how: HoldEnd }),
  z.object({ type: z.literal('booster.give'), tablets, expectedRevision }),
]);
export type DoseCommand = z.infer<typeof DoseCommand>;

export const DoseEvent = z.discriminatedUnion('type', [
  /** `tablets` and `order` are absent in sessions from before there were client records. */
  z.object({ type: z.literal('dose.started'), tablets: z.int().optional() }),
  z.object({
    type: z.literal('dose.start_withdrawn'),
    because: z.enum(['therapist', 'connection_lost', 'guard_unmet', 'order_changed']),
  }),
  z.object({ type: z.literal('dose.client_ready') }),
  z.object({ type: z.literal('dose.client_not_ready') }),
  /** T0. */
  z.object({
    type: z.literal('dose.taken'),
    tablets: z.int().optional(),
    order: Order.optional(),
  }),
  z.object({ type: z.literal('hold.ended'), how: HoldEnd }),
  z.object({ type: z.literal('booster.taken'), tablets: z.int(), order: Order.optional() }),
]);
export type DoseEvent = z.infer<typeof DoseEvent>;

export interface TakenDose {
  kind: 'dose' | 'booster';
  tablets: number;
  /** The order that was in force then, as it was. */
  order: Order | null;
  at: number;
  holdEndedAt: number | null;
  holdEnd: HoldEnd | null;
}

export interface Dose {
  /** The therapist pressed Start dose and the client has not confirmed yet. */
  startedAt: number | null;
  /** Tablets seen on camera, as the therapist said with the start. */
  tablets: number | null;
  clientReadyAt: number | null;
  /** The lozenge is in the mouth: both confirmed, on the server's clock. */
  t0: number | null;
  /** The order that was in force at T0, as it was. */
  order: Order | null;
  taken: readonly TakenDose[];
}

export const NO_DOSE: Dose = {
  startedAt: null,
  tablets: null,
  clientReadyAt: null,
  t0: null,
  order: null,
  taken: [],
};

/** The order that counts: the one at T0 once there was a T0, before it the one in force. */
export const orderAt = (
  { dose, care }: Pick<TherapistView, 'dose' | 'care'>,
  now: number,
): Order | null => dose.order ?? orderInForce(care.orders, now);

/** mg that were taken so far. */
export const takenMg = (dose: Dose): number =>
  dose.taken.reduce((sum, taken) => sum + mgOf(taken), 0);
export const mgOf = (taken: Pick<TakenDose, 'tablets' | 'order'>): number =>
  taken.tablets * strengthOf(taken);
/** mg of one tablet. */
export const strengthOf = ({ order }: Pick<TakenDose, 'order'>): number =>
  order?.terms.strengthMg ?? 0;

/** What the tablets seen on camera may be, by the order; the guards of the entry are asked apart. */
export function tabletsRefusal(allowed: number | null, seen: number): Rejection | null {
  if (allowed === null || seen <= allowed) return null;
  const said =
    allowed === 1
      ? words('The order says one tablet.')
      : words('The order says at most {allowed} tablets.', { allowed });
  return reject('invalid', said, 'tablets');
}

export function refuseConfirmation(view: ClientView): Rejection | null {
  if (view.phase !== 'ready')
    return reject('wrong_phase', words('There is nothing to confirm right now.'));
  // DO2: a word that arrives after its own line was lost is nobody's.
  return view.people.client.connected
    ? null
    : reject('presence_needed', words('Your line was lost for a moment. Please press again.'));
}

/** "I'm ready" is about now: it counts for this long, ms (DO2). */
const READY_LIFE = 10 * 60_000;

type Known = Pick<TherapistView, 'dose' | 'care'>;

/** Until when the client's word counts, ms, and under which order; null when they have not given it. */
export function readyUntil({ dose, care }: Known): number | null {
  if (dose.clientReadyAt === null) return null;
  const order = orderInForce(care.orders, dose.clientReadyAt);
  return Math.min(dose.clientReadyAt + READY_LIFE, (order?.terms.validUntil ?? Infinity) - 1);
}

/** @param now ms since the epoch, server's clock */
export function isReady(known: Known, now: number): boolean {
  const until = readyUntil(known);
  return until !== null && now <= until;
}

/** DO5: another order has come into force since then, as at the midnight between two of them. */
const isOtherOrder = ({ care }: Pick<TherapistView, 'care'>, then: number, now: number): boolean =>
  !isSame(orderInForce(care.orders, then), orderInForce(care.orders, now));

/** The lozenge goes in with the press: a word that counts no more is asked for before it, not after. */
export function refuseOldWord(view: TherapistView, now: number): Rejection | null {
  const { clientReadyAt } = view.dose;
  if (clientReadyAt === null) return null;
  const who = view.people.client.name || words('the client');
  if (isReady(view, now)) return null;
  return reject(
    'wrong_phase',
    isOtherOrder(view, clientReadyAt, now)
      ? words('The order is another one since {who} said “I’m ready”. Ask them to say it again.', {
          who,
        })
      : words('{who} said “I’m ready” more than ten minutes ago. Ask them to say it again.', {
          who,
        }),
  );
}

export function refuseWithdraw({ dose }: TherapistView): Rejection | null {
  return dose.startedAt !== null && dose.t0 === null
    ? null
    : reject('wrong_phase', words('There is no start of the dose to take back.'));
}

export function refuseHoldEnd({ dose }: TherapistView): Rejection | null {
  return dose.taken.at(-1)?.holdEndedAt === null
    ? null
    : reject('wrong_phase', words('No lozenge is being held.'));
}

/** @param guarded whether all guards of T0 are met now; a confirmation alone cannot dose (GD1). */
export function decideDose(
  state: SessionState,
  command: DoseCommand,
  guarded: { order: Order | null; boosterOrder: Order | null; unmet: boolean; now: number },
): (DoseEvent | { type: 'phase.entered'; phase: 'hold' })[] {
  const { dose } = state;
  switch (command.type) {
    case 'dose.start': {
      // Said again with another number, it is corrected; with the same, it was already so.
      if (dose.startedAt !== null && dose.tablets === command.tablets) return [];
      const started = { type: 'dose.started', tablets: command.tablets } as const;
      return dose.clientReadyAt === null
        ? [started]
        : [started, ...takenNow(command.tablets, guarded.order)];
    }
    case 'dose.withdraw':
      return [{ type: 'dose.start_withdrawn', because: 'therapist' }];
    case 'dose.ready': {
      // Said again, it counts from now; while it counts, it was said already.
      if (isReady(state, guarded.now)) return [];
      if (dose.startedAt === null) return [{ type: 'dose.client_ready' }];
      // What held at the start may hold no more: a reading grew old, an order ran out.
      const then = guarded.unmet
        ? withdrawStart(state, 'guard_unmet')
        : isOtherOrder(state, dose.startedAt, guarded.now)
          ? withdrawStart(state, 'order_changed')
          : takenNow(dose.tablets ?? 0, guarded.order);
      return [{ type: 'dose.client_ready' }, ...then];
    }
    case 'dose.not_ready':
      return dose.clientReadyAt === null ? [] : [{ type: 'dose.client_not_ready' }];
    case 'hold.end':
      return [{ type: 'hold.ended', how: command.how }];
    case 'booster.give': {
      const { boosterOrder: order } = guarded;
      return order === null ? [] : [{ type: 'booster.taken', tablets: command.tablets, order }];
    }
    default:
      return unreachable(command);
  }
}

/** T0 and the phase that begins with it (DO1). */
const takenNow = (
  tablets: number,
  order: Order | null,
): (DoseEvent | { type: 'phase.entered'; phase: 'hold' })[] =>
  order === null
    ? []
    : [
        { type: 'dose.taken', tablets, order },
        { type: 'phase.entered', phase: 'hold' },
      ];

/** DO2: a start that still waits for the client does not outlive a lost connection of any of the three. */
export const withdrawStart = (
  state: SessionState,
  because: 'connection_lost' | 'guard_unmet' | 'order_changed',
): DoseEvent[] =>
  !isOver(state.phase) && state.dose.startedAt !== null && state.dose.t0 === null
    ? [{ type: 'dose.start_withdrawn', because }]
    : [];

/** DO2: "I'm ready" is the word of somebody who is there. */
export const withdrawReady = (state: SessionState): DoseEvent[] =>
  state.phase === 'ready' && state.dose.clientReadyAt !== null
    ? [{ type: 'dose.client_not_ready' }]
    : [];

export function evolveDose(
  state: SessionState,
  event: DoseEvent,
  at: number,
  seq: number,
): SessionState {
  const changed = (dose: Partial<Dose>): SessionState => ({
    ...state,
    dose: { ...state.dose, ...dose },
  });
  const moved = (dose: Partial<Dose>): SessionState => ({
    ...changed(dose),
    lastMoveRevision: seq,
  });
  const taken = (
    kind: TakenDose['kind'],
    tablets: number,
    order: Order | null,
  ): readonly TakenDose[] => [
    ...state.dose.taken,
    { kind, tablets, order, at, holdEndedAt: null, holdEnd: null },
  ];
  switch (event.type) {
    case 'dose.started':
      return moved({ startedAt: at, tablets: event.tablets ?? null });
    case 'dose.start_withdrawn':
      return moved({ startedAt: null, tablets: null });
    case 'dose.client_ready':
      return changed({ clientReadyAt: at });
    case 'dose.client_not_ready':
      return moved({ clientReadyAt: null });
    case 'dose.taken':
      return {
        ...moved({
          t0: at,
          order: event.order ?? null,
          taken: taken('dose', event.tablets ?? 0, event.order ?? null),
        }),
        // LK1: looks are counted from here.
        checkedAt: null,
      };
    case 'booster.taken':
      return moved({ taken: taken('booster', event.tablets, event.order ?? state.dose.order) });
    case 'hold.ended':
      return changed({
        taken: state.dose.taken.map((dose) =>
          dose.holdEndedAt === null ? { ...dose, holdEndedAt: at, holdEnd: event.how } : dose,
        ),
      });
    default:
      return unreachable(event);
  }
}
