import type { Language } from '@sojourn/shared/language';
import type { Channels, DeliveryFault } from '@sojourn/shared/session/delivery';
import type { Channel } from '@sojourn/shared/session/ladder';
import type { Wanted } from './words.ts';

/** One message to one phone. */
export interface Message {
  sessionId: string;
  alertId: string;
  /** Stands in the addresses that come back to us. */
  token: string;
  wanted: Wanted;
  language: Language;
  /** E.164-like; null for push. */
  phone: string | null;
}

export type Sent = { ok: true } | { ok: false; fault: DeliveryFault; again: boolean };

export interface Sender {
  send(message: Message): Promise<Sent>;
}

/** The ways to a phone that this server has. */
export type Senders = Partial<Record<Channel, Sender>>;

export const channelsOf = (senders: Senders): Channels => ({
  push: senders.push !== undefined,
  sms: senders.sms !== undefined,
  call: senders.call !== undefined,
});
