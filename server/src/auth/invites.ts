import type { InviteReply, InviteStatus } from '@sojourn/shared/http/api';
import type { GuestRole } from '@sojourn/shared/session/role';
import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import { hashOf, newId, newSecret } from './secret.ts';

/** How long an invite can be used, ms: sent some days ahead of the session. */
const INVITE_LIFE = 14 * 24 * 3_600_000;

export type InviteFault = 'unknown' | 'expired' | 'revoked';
export interface Invite {
  inviteId: string;
  sessionId: string;
  role: GuestRole;
  used: boolean;
}

/** A fresh link for this role; earlier unused ones stop working (IN2). */
export async function issueInvite(
  db: Database,
  sessionId: string,
  role: GuestRole,
  publicUrl: string,
  now: number,
): Promise<InviteReply> {
  const token = newSecret();
  const expiresAt = now + INVITE_LIFE;
  await db.transaction().execute(async (trx) => {
    // Two presses at once: the second waits here, and ends the first one's link. Not the session's row:
    // whoever redeems locks an invite first, and the two could wait for each other.
    await sql`select pg_advisory_xact_lock(hashtext(${`invite ${sessionId} ${role}`}))`.execute(
      trx,
    );
    await trx
      .updateTable('invite')
      .set({ revoked_at: now })
      .where('session_id', '=', sessionId)
      .where('role', '=', role)
      .where('used_at', 'is', null)
      .where('revoked_at', 'is', null)
      .execute();
    await trx
      .insertInto('invite')
      .values({
        invite_id: newId('inv'),
        session_id: sessionId,
        role,
        token_hash: hashOf(token),
        created_at: now,
        expires_at: expiresAt,
        used_at: null,
        revoked_at: null,
      })
      .execute();
  });
  return { role, url: `${publicUrl}/join#${token}`, expiresAt };
}

/** Ends every link of this role. A browser that already holds the place keeps it. */
export async function revokeInvites(
  db: Database,
  sessionId: string,
  role: GuestRole,
  now: number,
): Promise<void> {
  await db
    .updateTable('invite')
    .set({ revoked_at: now })
    .where('session_id', '=', sessionId)
    .where('role', '=', role)
    .where('revoked_at', 'is', null)
    .execute();
}

/** The invite with its row locked, so that two browsers cannot both use it. */
export async function lockInvite(
  db: Database,
  token: string,
  now: number,
): Promise<Invite | InviteFault> {
  const row = await db
    .selectFrom('invite')
    .selectAll()
    .where('token_hash', '=', hashOf(token))
    .forUpdate()
    .executeTakeFirst();
  if (!row) return 'unknown';
  if (row.revoked_at !== null) return 'revoked';
  if (row.used_at === null && row.expires_at <= now) return 'expired';
  return {
    inviteId: row.invite_id,
    sessionId: row.session_id,
    role: row.role,
    used: row.used_at !== null,
  };
}

export async function markUsed(db: Database, inviteId: string, now: number): Promise<void> {
  await db.updateTable('invite').set({ used_at: now }).where('invite_id', '=', inviteId).execute();
}

export async function inviteStatuses(
  db: Database,
  sessionId: string,
  now: number,
): Promise<InviteStatus[]> {
  const rows = await db
    .selectFrom('invite')
    .selectAll()
    .where('session_id', '=', sessionId)
    .orderBy('created_at', 'desc')
    .execute();
  return (['client', 'chaperone'] as const).map((role) => {
    const newest = rows.find((row) => row.role === role);
    if (!newest) return { role, state: 'none', expiresAt: null };
    const { used_at, revoked_at, expires_at } = newest;
    if (used_at !== null) return { role, state: 'used', expiresAt: null };
    if (revoked_at !== null) return { role, state: 'revoked', expiresAt: null };
    return { role, state: expires_at > now ? 'unused' : 'expired', expiresAt: expires_at };
  });
}
