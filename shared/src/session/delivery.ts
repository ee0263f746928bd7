import { z } from 'zod';
import type { Language } from '../language.ts';
import { unreachable } from '../result.ts';
import { isSame } from '../same.ts';
import { Channel } from './ladder.ts';
import type { SessionState } from './state.ts';

/* What became of a message on its way to a phone. Told by the channels, kept for the therapist (AL11). */

/** Names the drill's messages among those of the ladder. */
export const DRILL_STEP = 'drill';

export const Target = z.enum(['chaperone', 'second']);
export type Target = z.infer<typeof Target>;

/**
 * `off`: not configured, or nowhere to send it to. `delivered`: the phone has it (SMS), rings (call).
 * `answered`: a person was on it.
 */
export const DeliveryState = z.enum(['queued', 'sent', 'delivered', 'answered', 'failed', 'off']);
export type DeliveryState = z.infer<typeof DeliveryState>;

/** Why it failed or is off. Closed words: a provider's text could hold anything. */
export const DeliveryFault = z.enum([
  'not_configured',
  'no_number',
  'no_subscription',
  'subscription_gone',
  'number_refused',
  'no_answer',
  'busy',
  /** Not taken, and tried again. */
  'provider',
  /** Taken, and then not carried to the phone. */
  'given_up',
]);
export type DeliveryFault = z.infer<typeof DeliveryFault>;

export const Channels = z.record(Channel, z.boolean());
export type Channels = z.infer<typeof Channels>;
export const NO_CHANNELS: Channels = { push: false, sms: false, call: false };

export const DeliveryEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('delivery.queued'),
    deliveryId: z.string(),
    alertId: z.string(),
    /** The ladder's step, or `drill`. */
    step: z.string(),
    channel: Channel,
    to: Target,
  }),
  z.object({
    type: z.literal('delivery.noted'),
    deliveryId: z.string(),
    state: DeliveryState,
    fault: DeliveryFault.nullable(),
  }),
  /** Which ways to a phone this server has. */
  z.object({ type: z.literal('channels.noted'), channels: Channels }),
  /** How many of the chaperone's browsers take push messages. */
  z.object({ type: z.literal('pushes.noted'), count: z.int() }),
]);
export type DeliveryEvent = z.infer<typeof DeliveryEvent>;

export type DeliverySystemCommand =
  | {
      type: 'delivery.note';
      deliveryId: string;
      state: DeliveryState;
      fault: DeliveryFault | null;
    }
  | { type: 'channels.note'; channels: Channels }
  | { type: 'pushes.note'; count: number };

export interface Delivery {
  /** alertId, step and channel: the same step sends it once. */
  deliveryId: string;
  alertId: string;
  step: string;
  channel: Channel;
  to: Target;
  state: DeliveryState;
  fault: DeliveryFault | null;
  at: number;
}

/** How far it got: news that come late or twice change nothing. A failure that is tried again is not the end. */
const RANK: Record<DeliveryState, number> = {
  queued: 0,
  sent: 1,
  delivered: 2,
  failed: 3,
  off: 3,
  answered: 4,
};
const rankOf = ({ state, fault }: Pick<Delivery, 'state' | 'fault'>): number =>
  fault === 'provider' ? 0.5 : RANK[state];
const KEPT = 60;

export function decideDelivery(
  session: SessionState,
  command: DeliverySystemCommand,
): DeliveryEvent[] {
  switch (command.type) {
    case 'delivery.note': {
      const { deliveryId, state, fault } = command;
      const known = session.deliveries.find((delivery) => delivery.deliveryId === deliveryId);
      return known && rankOf({ state, fault }) > rankOf(known)
        ? [{ type: 'delivery.noted', deliveryId, state, fault }]
        : [];
    }
    case 'channels.note':
      return isSame(session.channels, command.channels)
        ? []
        : [{ type: 'channels.noted', channels: command.channels }];
    case 'pushes.note':
      return session.pushes === command.count
        ? []
        : [{ type: 'pushes.noted', count: command.count }];
    default:
      return unreachable(command);
  }
}

/** What a step sends: queued where it can be sent, and said to be off where not. */
export function queueDeliveries(
  state: SessionState,
  sending: { alertId: string; step: string; channels: readonly Channel[]; to: Target },
): DeliveryEvent[] {
  const { alertId, step, channels, to } = sending;
  return channels.flatMap((channel): DeliveryEvent[] => {
    const deliveryId = `${alertId}/${step}/${channel}`;
    const queued = { type: 'delivery.queued', deliveryId, alertId, step, channel, to } as const;
    const fault = faultBefore(state, channel, to);
    return fault === null
      ? [queued]
      : [queued, { type: 'delivery.noted', deliveryId, state: 'off', fault }];
  });
}

function faultBefore(state: SessionState, channel: Channel, to: Target): DeliveryFault | null {
  if (!state.channels[channel]) return 'not_configured';
  if (channel === 'push') {
    return to === 'chaperone' && state.pushes > 0 ? null : 'no_subscription';
  }
  return phoneOf(state, to) === null ? 'no_number' : null;
}

/** What a drill sends; known by its name also when the session has begun another drill. */
export const isOfDrill = (deliveryId: string, alertId: string): boolean =>
  deliveryId.startsWith(`${alertId}/${DRILL_STEP}/`);

/** The number of the chaperone as they gave it, or of the first emergency contact. */
export const phoneOf = (state: SessionState, to: Target): string | null =>
  to === 'chaperone'
    ? state.people.chaperone.phone
    : (state.care.record.emergencyContacts[0]?.phone ?? null);

/** In which they are written to and called (LA4). */
export const languageOf = ({ papers, care }: SessionState, to: Target): Language =>
  (to === 'chaperone' ? papers.chaperone?.language : care.record.emergencyContacts[0]?.language) ??
  'en';

export function evolveDelivery(
  state: SessionState,
  event: DeliveryEvent,
  at: number,
): SessionState {
  const { deliveries } = state;
  switch (event.type) {
    case 'delivery.queued': {
      const { type: _type, ...queued } = event;
      const delivery: Delivery = { ...queued, state: 'queued', fault: null, at };
      return { ...state, deliveries: [...deliveries, delivery].slice(-KEPT) };
    }
    case 'delivery.noted': {
      const { deliveryId, state: reached, fault } = event;
      const after = deliveries.map((delivery) =>
        delivery.deliveryId === deliveryId ? { ...delivery, state: reached, fault, at } : delivery,
      );
      return { ...state, deliveries: after };
    }
    case 'channels.noted':
      return { ...state, channels: event.channels };
    case 'pushes.noted':
      return { ...state, pushes: event.count };
    default:
      return unreachable(event);
  }
}
