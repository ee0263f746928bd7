import type { PracticePolicy } from '@sojourn/shared/care/practice';
import type { Target } from '@sojourn/shared/session/delivery';
import type { Channel } from '@sojourn/shared/session/ladder';
import type { Phase, SessionKind } from '@sojourn/shared/session/phase';
import type { Generated, JSONColumnType } from 'kysely';

/* The tables as Kysely sees them. All times are ms since the epoch, kept as bigint. */

interface PracticeTable {
  practice_id: string;
  name: string;
  /** Null: the default policy. */
  policy: JSONColumnType<PracticePolicy> | null;
}

interface TherapistTable {
  therapist_id: string;
  practice_id: string;
  name: string;
  phone: string | null;
}

/** A therapist's one-time sign-in link. */
interface SignInLinkTable {
  token_hash: string;
  therapist_id: string;
  expires_at: number;
  used_at: number | null;
}

/** A therapist's browser that is signed in. */
interface SignInTable {
  secret_hash: string;
  therapist_id: string;
  created_at: number;
  expires_at: number;
  ended_at: number | null;
}

/** A record and its head: one of a session, or of a client's course of care. */
interface StreamTable {
  stream_id: string;
  kind: 'session' | 'care';
  revision: number;
  /** The state that the record leads to: a copy for speed, always rebuildable by replay. */
  state: JSONColumnType<object>;
  /** The shape of that copy; an older one is rebuilt at start. */
  state_version: number;
  /** Hash of the last event: the head of the chain. */
  head_hash: string;
  head_at: number;
}

interface ClientTable {
  client_id: string;
  therapist_id: string;
}

interface SessionTable {
  session_id: string;
  therapist_id: string;
  /** Null in sessions from before there were client records. */
  client_id: string | null;
  kind: SessionKind;
  phase: Phase;
  is_open: boolean;
  scheduled_at: number;
}

/** Append-only (a trigger refuses anything else). `recorded` is the exact text that was hashed. */
interface EventTable {
  stream_id: string;
  seq: number;
  type: string;
  recorded: string;
  hash: string;
}

/** Presses that were accepted, so that the same press is never applied twice (ES2). */
interface CommandTable {
  stream_id: string;
  command_id: string;
  revision: number;
}

/** The head of a session's record as it was signed. Append-only. */
interface SealTable {
  session_id: string;
  seq: number;
  hash: string;
  sealed_at: number;
  public_key: string;
  signature: string;
}

/** Who looked at what. Append-only. */
interface AccessTable {
  access_id: Generated<number>;
  at: number;
  therapist_id: string;
  client_id: string | null;
  session_id: string | null;
  what: string;
}

/** Rungs of an alert's ladder that were taken. */
interface EscalationTable {
  session_id: string;
  alert_id: string;
  step: string;
}

/** One message to one phone. */
interface DeliveryTable {
  token: string;
  session_id: string;
  delivery_id: string;
  alert_id: string;
  channel: Channel;
  target: Target;
  claimed_at: number | null;
  sent_at: number | null;
}

/** A browser of the chaperone's that takes push messages. */
interface PushSubscriptionTable {
  endpoint: string;
  session_id: string;
  role: 'chaperone';
  p256dh: string;
  auth: string;
  created_at: number;
}

interface InviteTable {
  invite_id: string;
  session_id: string;
  role: 'client' | 'chaperone';
  token_hash: string;
  created_at: number;
  expires_at: number;
  used_at: number | null;
  revoked_at: number | null;
}

/** A guest's browser: it holds the place in the session, or asks for it. */
interface PlaceTable {
  secret_hash: string;
  session_id: string;
  role: 'client' | 'chaperone';
  /** Names this browser's request to the therapist. */
  request_id: string;
  held_since: number | null;
  ended_at: number | null;
  created_at: number;
  expires_at: number;
}

export interface Tables {
  practice: PracticeTable;
  therapist: TherapistTable;
  sign_in_link: SignInLinkTable;
  sign_in: SignInTable;
  stream: StreamTable;
  client: ClientTable;
  session: SessionTable;
  seal: SealTable;
  access: AccessTable;
  escalation: EscalationTable;
  delivery: DeliveryTable;
  push_subscription: PushSubscriptionTable;
  event: EventTable;
  command: CommandTable;
  invite: InviteTable;
  place: PlaceTable;
}
