import type { Actor } from './session/role.ts';

/** An event as it stands in a record. */
export interface Recorded<Event> {
  /** 1, 2, 3 … within the record. */
  seq: number;
  /** ms since the epoch, server's clock. */
  at: number;
  actor: Actor;
  /** The press that caused it; null when the server itself did. */
  commandId: string | null;
  event: Event;
}
