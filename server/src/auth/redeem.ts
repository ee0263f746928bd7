import type { RedeemReply } from '@sojourn/shared/http/api';
import type { Rejection } from '@sojourn/shared/rejection';
import { err, ok, type Result } from '@sojourn/shared/result';
import { decideSystem } from '@sojourn/shared/session/decide';
import { ALLOWED_FOR } from '@sojourn/shared/session/people';
import type { GuestRole } from '@sojourn/shared/session/role';
import type { Work, Writer } from '../record/writer.ts';
import { appendToSession, lockSession, type LockedSession } from '../session/store.ts';
import { lockInvite, markUsed, type Invite, type InviteFault } from './invites.ts';
import { addPlace, endPlace, findPlace, holdPlace, type Place } from './places.ts';

export interface Redeemed extends RedeemReply {
  /** A new cookie secret for this browser, when it had none. */
  secret: string | null;
  /** Set when this browser took the place: every other browser of the role must go. */
  placeHash: string | null;
}

interface Asking {
  token: string;
  /** The browser's cookie secret for this place, looked up once session and role are known. */
  cookieFor(sessionId: string, role: GuestRole): string | undefined;
  /** The person pressed "ask to be let in". */
  asks: boolean;
}

const BY_SYSTEM = { actor: 'system', commandId: null } as const;

/**
 * Exchanges an invite for this browser's place. A fresh link gives it at once; a used one gives it
 * only to the browser that holds it already, or after the therapist has let the new one in (IN4).
 * Who holds the place and what the session knows of it change in one transaction.
 */
export async function redeemInvite(
  writer: Writer,
  asking: Asking,
): Promise<Result<Redeemed, InviteFault | Rejection>> {
  const redeemed = await writer.write<Result<Redeemed, InviteFault>>(async (work) => {
    const invite = await lockInvite(work.trx, asking.token, work.now);
    if (typeof invite === 'string') return ok(err(invite));
    const session = await lockSession(work.trx, invite.sessionId);
    if (!session) return ok(err('unknown'));
    return ok(ok(await placeFor(work, invite, session, asking)));
  });
  return redeemed.ok ? redeemed.value : redeemed;
}

async function placeFor(
  work: Work,
  invite: Invite,
  session: LockedSession,
  { cookieFor, asks }: Asking,
): Promise<Redeemed> {
  const { trx, now } = work;
  const { sessionId, role } = invite;
  const reply = (outcome: RedeemReply['outcome'], secret: string | null = null): Redeemed => ({
    outcome,
    sessionId,
    role,
    secret,
    placeHash: null,
  });
  const tell = async (command: Parameters<typeof decideSystem>[1]) => {
    const events = decideSystem(session.state, command, Math.max(now, session.headAt));
    await appendToSession(work, session, BY_SYSTEM, events);
  };
  const take = async (place: Place, by: 'therapist' | 'link', secret: string | null = null) => {
    const displaced = await holdPlace(trx, place, sessionId, role, now);
    if (displaced) await tell({ type: 'device.take', role, by });
    return { ...reply('joined', secret), placeHash: place.secretHash };
  };
  const ask = async (place: Place, secret: string | null = null) => {
    await tell({ type: 'device.ask', role, requestId: place.requestId });
    return reply('asking', secret);
  };

  const known = await findPlace(trx, cookieFor(sessionId, role), sessionId, role, now);
  if (!invite.used) await markUsed(trx, invite.inviteId, now);
  if (known?.held) return reply('joined');
  const fresh = () => addPlace(trx, sessionId, role, now);
  // Somebody is in the room in this role: a link alone does not put another in their place (IN4).
  if (!invite.used && session.state.people[role].admission !== 'admitted') {
    if (known) return take(known, 'link');
    const { secret, place } = await fresh();
    return take(place, 'link', secret);
  }
  if (!known) {
    if (invite.used && !asks) return reply('used');
    const { secret, place } = await fresh();
    return ask(place, secret);
  }
  const request = session.state.devices.find((d) => d.requestId === known.requestId);
  if (request?.answer === 'refused') return reply('refused');
  if (request?.answer !== 'allowed') return request ? reply('asking') : ask(known);
  if (now - (request.answeredAt ?? 0) <= ALLOWED_FOR) return take(known, 'therapist');
  // Nobody came while the therapist's word stood: it is asked for anew.
  await endPlace(trx, known, now);
  if (!asks) return reply('used');
  const { secret, place } = await fresh();
  return ask(place, secret);
}
