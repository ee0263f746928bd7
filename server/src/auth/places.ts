import type { GuestRole } from '@sojourn/shared/session/role';
import type { Database } from '../db/database.ts';
import { PLACE_LIFE } from './cookies.ts';
import { hashOf, newId, newSecret } from './secret.ts';

/** One browser of a guest: it holds the place, or it asks the therapist for it. */
export interface Place {
  secretHash: string;
  requestId: string;
  held: boolean;
}

export async function findPlace(
  db: Database,
  secret: string | undefined,
  sessionId: string,
  role: GuestRole,
  now: number,
): Promise<Place | null> {
  if (!secret) return null;
  const row = await db
    .selectFrom('place')
    .selectAll()
    .where('secret_hash', '=', hashOf(secret))
    .where('session_id', '=', sessionId)
    .where('role', '=', role)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row
    ? {
        secretHash: row.secret_hash,
        requestId: row.request_id,
        held: row.held_since !== null,
      }
    : null;
}

/** Browsers that have asked for this place and may still be let in. */
export async function askingFor(
  db: Database,
  sessionId: string,
  role: GuestRole,
  now: number,
): Promise<number> {
  const { asking } = await db
    .selectFrom('place')
    .select((of) => of.fn.countAll<number>().as('asking'))
    .where('session_id', '=', sessionId)
    .where('role', '=', role)
    .where('held_since', 'is', null)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow();
  return asking;
}

/** A new browser, not yet holding the place. */
export async function addPlace(
  db: Database,
  sessionId: string,
  role: GuestRole,
  now: number,
): Promise<{ secret: string; place: Place }> {
  const secret = newSecret();
  const place = { secretHash: hashOf(secret), requestId: newId('req'), held: false };
  await db
    .insertInto('place')
    .values({
      secret_hash: place.secretHash,
      session_id: sessionId,
      role,
      request_id: place.requestId,
      held_since: null,
      ended_at: null,
      created_at: now,
      expires_at: now + PLACE_LIFE,
    })
    .execute();
  return { secret, place };
}

/**
 * Gives the place to this browser; any other that holds it, or asks for it, ends (IN3). Call within a
 * transaction. Returns whether another held it.
 */
export async function holdPlace(
  db: Database,
  place: Place,
  sessionId: string,
  role: GuestRole,
  now: number,
): Promise<boolean> {
  const ended = await db
    .updateTable('place')
    .set({ ended_at: now })
    .where('session_id', '=', sessionId)
    .where('role', '=', role)
    .where('secret_hash', '<>', place.secretHash)
    .where('ended_at', 'is', null)
    .returning('held_since')
    .execute();
  await db
    .updateTable('place')
    .set({ held_since: now })
    .where('secret_hash', '=', place.secretHash)
    .execute();
  return ended.some(({ held_since }) => held_since !== null);
}

export async function endPlace(db: Database, { secretHash }: Place, now: number): Promise<void> {
  await db
    .updateTable('place')
    .set({ ended_at: now })
    .where('secret_hash', '=', secretHash)
    .execute();
}
