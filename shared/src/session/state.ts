import type { CareFacts } from '../care/facts.ts';
import type { Alert } from './alert.ts';
import type { Call } from './call.ts';
import type { Channels, Delivery } from './delivery.ts';
import type { Dose } from './dose.ts';
import type { Drill } from './drill.ts';
import type { RecordedEvent } from './event.ts';
import type { Music } from './music.ts';
import type { Papers } from './papers.ts';
import { isOver, type MediaStage, type Phase, type SessionKind } from './phase.ts';
import type { PaceSignal } from './pace.ts';
import type { Helped, PromptOffer } from './prompt-offer.ts';
import type { Pulse } from './pulse.ts';
import type { Release } from './release.ts';
import type { Actor, GuestRole, Role } from './role.ts';
import type { Vitals } from './vitals.ts';
import type { Watch } from './watch.ts';

/** `expected` has not come yet; the therapist is admitted from the start. */
export type Admission = 'expected' | 'waiting' | 'admitted' | 'declined';

export interface Person {
  name: string;
  /** To be called when the screens fail; null when nobody gave one. */
  phone: string | null;
  admission: Admission;
  /** Open connections of this person's browsers. Empty: not connected. */
  connectionIds: readonly string[];
  /** When `connected` last changed, ms since the epoch; null before the first connection. */
  connectionChangedAt: number | null;
  /** What their device last said of itself. */
  pulse: Pulse;
  /** Opaque LiveKit identity: says nothing about the person (MD3). */
  mediaIdentity: string;
}

/** A second browser that holds a used invite link and asks to be let in (IN4). */
export interface DeviceRequest {
  requestId: string;
  role: GuestRole;
  askedAt: number;
  answer: 'allowed' | 'refused' | null;
  answeredAt: number | null;
}

/**
 * What the record of a session leads to. Bounded: what grows with the session (the past of alerts,
 * prompts, the timeline) is kept here only as far as a decision or a screen needs it (ES6).
 */
export interface SessionState {
  sessionId: string;
  /** The sequence number of the last event. */
  revision: number;
  kind: SessionKind;
  practiceName: string;
  /** ms since the epoch, as are all times here. */
  scheduledAt: number;
  phase: Phase;
  phaseSince: number;
  cancelReason: string | null;
  /** Who stopped it before the dose; each of the three may (PH6). */
  cancelledBy: Actor | null;
  /** The revision of the last clinical move: a move from an older screen is stale (PH4). */
  lastMoveRevision: number;
  /** What the course of care last said. */
  care: CareFacts;
  people: Record<Role, Person>;
  devices: readonly DeviceRequest[];
  papers: Papers;
  drill: Drill | null;
  vitals: Vitals;
  dose: Dose;
  watch: Watch;
  release: Release;
  alerts: readonly Alert[];
  /** The newest messages on their way to phones. */
  deliveries: readonly Delivery[];
  channels: Channels;
  /** How many of the chaperone's browsers take push messages. */
  pushes: number;
  /** The chaperone's last "I looked", ms. */
  checkedAt: number | null;
  /** What the chaperone asked of the therapist; the newest. */
  calls: readonly Call[];
  prompts: readonly PromptOffer[];
  music: Music;
  /** What the client kept. */
  helped: readonly Helped[];
  /** What the client said of the pace: all that waits, and the newest of what was answered. */
  pace: readonly PaceSignal[];
  /** The newest events of clinical interest, oldest first. */
  timeline: readonly RecordedEvent[];
  /** Opaque LiveKit room names, one a stage (MD4), and the line's (LN1). */
  rooms: Record<MediaStage, string> & { line?: string | undefined };
}

/** Somebody has taken the medicine, and is not released yet. */
export const isDosed = ({ dose, phase }: Pick<SessionState, 'dose' | 'phase'>): boolean =>
  dose.t0 !== null && !isOver(phase);

export const isConnected = (person: Person): boolean => person.connectionIds.length > 0;
