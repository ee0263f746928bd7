import type { SessionState } from '@sojourn/shared/session/state';
import type { JSONColumnType } from 'kysely';

/* The tables as Kysely sees them. All times are ms since the epoch, kept as bigint. */

interface PracticeTable {
  practice_id: string;
  name: string;
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

interface SessionTable {
  session_id: string;
  therapist_id: string;
  revision: number;
  /** The state that the record leads to: a copy for speed, always rebuildable by replay. */
  state: JSONColumnType<SessionState>;
  /** Hash of the last event: the head of the chain. */
  head_hash: string;
  head_at: number;
  is_open: boolean;
  scheduled_at: number;
}

/** Append-only (a trigger refuses anything else). `recorded` is the exact text that was hashed. */
interface EventTable {
  session_id: string;
  seq: number;
  type: string;
  recorded: string;
  hash: string;
}

/** Presses that were accepted, so that the same press is never applied twice (ES2). */
interface CommandTable {
  session_id: string;
  command_id: string;
  revision: number;
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
  session: SessionTable;
  event: EventTable;
  command: CommandTable;
  invite: InviteTable;
  place: PlaceTable;
}
