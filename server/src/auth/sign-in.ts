import type { Database } from '../db/database.ts';
import { SIGN_IN_LIFE } from './cookies.ts';
import { hashOf, newSecret } from './secret.ts';

/*
 * How a therapist comes in: for now a one-time link, printed at start or by the `therapist` command.
 * Passkeys will stand beside it here and end in the same `startSignIn`.
 */

export interface Therapist {
  therapistId: string;
  name: string;
  phone: string | null;
  practiceName: string;
}

/** How long a sign-in link can be used, ms. */
const LINK_LIFE = 24 * 3_600_000;

export async function createSignInLink(
  db: Database,
  therapistId: string,
  publicUrl: string,
  now: number,
  landOn = '/sessions',
): Promise<string> {
  const token = newSecret();
  await db
    .insertInto('sign_in_link')
    .values({
      token_hash: hashOf(token),
      therapist_id: therapistId,
      expires_at: now + LINK_LIFE,
      used_at: null,
    })
    .execute();
  return `${publicUrl}/sign-in?to=${encodeURIComponent(landOn)}#${token}`;
}

/** Uses the link up. The cookie's secret, or null when the link is unknown, used or expired. */
export async function redeemSignInLink(
  db: Database,
  token: string,
  now: number,
): Promise<string | null> {
  return db.transaction().execute(async (trx) => {
    const link = await trx
      .updateTable('sign_in_link')
      .set({ used_at: now })
      .where('token_hash', '=', hashOf(token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .returning('therapist_id')
      .executeTakeFirst();
    if (!link) return null;
    const secret = newSecret();
    await trx
      .insertInto('sign_in')
      .values({
        secret_hash: hashOf(secret),
        therapist_id: link.therapist_id,
        created_at: now,
        expires_at: now + SIGN_IN_LIFE,
        ended_at: null,
      })
      .execute();
    return secret;
  });
}

/** @param use a mere `check` by the server itself does not carry the sign-in on */
export async function therapistOf(
  db: Database,
  secret: string | undefined,
  now: number,
  use: 'act' | 'check' = 'act',
): Promise<Therapist | null> {
  if (!secret) return null;
  const row = await db
    .selectFrom('sign_in')
    .innerJoin('therapist', 'therapist.therapist_id', 'sign_in.therapist_id')
    .innerJoin('practice', 'practice.practice_id', 'therapist.practice_id')
    .select([
      'therapist.therapist_id',
      'therapist.name',
      'therapist.phone',
      'sign_in.expires_at',
      'practice.name as practice_name',
    ])
    .where('secret_hash', '=', hashOf(secret))
    .where('sign_in.ended_at', 'is', null)
    .where('sign_in.expires_at', '>', now)
    .executeTakeFirst();
  // Each use carries it on: nobody is signed out in the middle of a session.
  if (row && use === 'act' && row.expires_at - now < SIGN_IN_LIFE / 2) {
    await db
      .updateTable('sign_in')
      .set({ expires_at: now + SIGN_IN_LIFE })
      .where('secret_hash', '=', hashOf(secret))
      .execute();
  }
  return row
    ? {
        therapistId: row.therapist_id,
        name: row.name,
        phone: row.phone,
        practiceName: row.practice_name,
      }
    : null;
}

export async function endSignIn(db: Database, secret: string, now: number): Promise<void> {
  await db
    .updateTable('sign_in')
    .set({ ended_at: now })
    .where('secret_hash', '=', hashOf(secret))
    .execute();
}
