import type { Alert } from './alert.ts';
import type { MediaStage, Phase, SessionKind } from './phase.ts';
import type { PromptOffer } from './prompt.ts';
import type { GuestRole, Role } from './role.ts';

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
  /** Opaque LiveKit identity: says nothing about the person (MD3). */
  mediaIdentity: string;
}

/** A second browser that holds a used invite link and asks to be let in (IN4). */
export interface DeviceRequest {
  requestId: string;
  role: GuestRole;
  askedAt: number;
  answer: 'allowed' | 'refused' | null;
}

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
  dose: {
    /** The therapist pressed Start dose and the client has not confirmed yet. */
    startedAt: number | null;
    clientReadyAt: number | null;
    /** The lozenge is in the mouth: both confirmed, on the server's clock. */
    t0: number | null;
  };
  /** The revision of the last clinical move: a move from an older screen is stale (PH4). */
  lastMoveRevision: number;
  people: Record<Role, Person>;
  devices: readonly DeviceRequest[];
  alerts: readonly Alert[];
  prompts: readonly PromptOffer[];
  /** Opaque LiveKit room names, one a stage (MD4). */
  rooms: Record<MediaStage, string>;
}

export const isConnected = (person: Person): boolean => person.connectionIds.length > 0;
