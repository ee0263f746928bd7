import { Role } from '@sojourn/shared/session/role';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { placeCookie, readCookie, THERAPIST_COOKIE } from './cookies.ts';
import { findPlace } from './places.ts';
import { therapistOf } from './sign-in.ts';

/** Who is at the other end of a request or a socket, proved by its cookie. */
export interface Viewer {
  sessionId: string;
  role: Role;
  /** The guest's browser; null for the therapist. */
  placeHash: string | null;
}

/** The shape of our own IDs; anything else is in no table, and may be what the database cannot take. */
export const Id = z.string().regex(/^[\w-]{1,64}$/);

/** What a request claims; the cookie decides whether it is so. */
export const Claim = z.object({ sessionId: Id, as: Role });
export type Claim = z.infer<typeof Claim>;

export async function resolveViewer(
  db: Database,
  cookieHeader: string | undefined,
  { sessionId, as }: Claim,
  now: number,
  use: 'act' | 'check' = 'act',
): Promise<Viewer | null> {
  if (as !== 'therapist') {
    const secret = readCookie(cookieHeader, placeCookie(sessionId, as));
    const place = await findPlace(db, secret, sessionId, as, now);
    return place?.held ? { sessionId, role: as, placeHash: place.secretHash } : null;
  }
  const therapist = await therapistOf(db, readCookie(cookieHeader, THERAPIST_COOKIE), now, use);
  if (!therapist) return null;
  const owned = await db
    .selectFrom('session')
    .select('session_id')
    .where('session_id', '=', sessionId)
    .where('therapist_id', '=', therapist.therapistId)
    .executeTakeFirst();
  return owned ? { sessionId, role: 'therapist', placeHash: null } : null;
}
