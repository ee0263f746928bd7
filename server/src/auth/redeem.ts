import type { RedeemReply } from '@sojourn/shared/http/api';
import { err, ok, type Result } from '@sojourn/shared/result';
import type { SystemCommand } from '@sojourn/shared/session/command';
import { decideSystem } from '@sojourn/shared/session/decide';
import { ALLOWED_FOR } from '@sojourn/shared/session/people';
import type { GuestRole } from '@sojourn/shared/session/role';
import type { DeviceRequest } from '@sojourn/shared/session/state';
import type { Work, Writer } from '../record/writer.ts';
import { appendToSession, lockSession, type LockedSession } from '../session/store.ts';
import { createTurns } from '../session/turns.ts';
import { lockInvite, markUsed, type Invite, type InviteFault } from './invites.ts';
import { addPlace, askingFor, endPlace, findPlace, holdPlace, type Place } from './places.ts';
import { hashOf } from './secret.ts';

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

/** `crowded`: too many browsers ask with this link already. */
export type RedeemFault = InviteFault | 'crowded' | 'busy';

/** Browsers that may ask with one used link; a new link from the therapist needs none of them (IN4). */
const MOST_ASKING = 20;

/** One link, one at a time: who redeems it without end takes one connection of the database. */
const turns = createTurns();
const BY_SYSTEM = { actor: 'system', commandId: null } as const;

/**
 * Exchanges an invite for this browser's place. A fresh link gives it at once; a used one gives it
 * only to the browser that holds it already, or after the therapist has let the new one in (IN4).
 * Who holds the place and what the session knows of it change in one transaction.
 */
export async function redeemInvite(
  writer: Writer,
  asking: Asking,
): Promise<Result<Redeemed, RedeemFault>> {
  const redeemed = await turns.take(hashOf(asking.token), 'press', () =>
    writer.write<Result<Redeemed, RedeemFault>>(async (work) => {
      const invite = await lockInvite(work.trx, asking.token, work.now);
      return ok(typeof invite === 'string' ? err(invite) : await placeFor(work, invite, asking));
    }),
  );
  return redeemed?.ok ? redeemed.value : err('busy');
}

async function placeFor(
  work: Work,
  invite: Invite,
  { cookieFor, asks }: Asking,
): Promise<Result<Redeemed, RedeemFault>> {
  const { trx, now } = work;
  const { sessionId, role } = invite;
  const known = await findPlace(trx, cookieFor(sessionId, role), sessionId, role, now);
  if (!invite.used) await markUsed(trx, invite.inviteId, now);
  const reply = (outcome: RedeemReply['outcome'], secret: string | null = null) =>
    ok<Redeemed>({ outcome, sessionId, role, secret, placeHash: null });
  if (known?.held) return reply('joined');

  const session = await lockSession(trx, sessionId);
  if (!session) return err('unknown');
  const { tell } = teller(work, session);
  const take = async (place: Place, by: 'therapist' | 'link', secret: string | null = null) => {
    const displaced = await holdPlace(trx, place, sessionId, role, now);
    if (displaced) await tell({ type: 'device.take', role, by });
    return ok<Redeemed>({
      outcome: 'joined',
      sessionId,
      role,
      secret,
      placeHash: place.secretHash,
    });
  };
  const ask = async (place: Place, secret: string | null = null) => {
    await tell({ type: 'device.ask', role, requestId: place.requestId });
    return reply('asking', secret);
  };
  const askAnew = async () => {
    if ((await askingFor(trx, sessionId, role, now)) >= MOST_ASKING) return err('crowded' as const);
    const { secret, place } = await addPlace(trx, sessionId, role, now);
    return ask(place, secret);
  };

  if (!invite.used) {
    const { secret, place } = known
      ? { secret: null, place: known }
      : await addPlace(trx, sessionId, role, now);
    // Somebody is in the room in this role: a link alone does not put another in their place (IN4).
    if (session.state.people[role].admission !== 'admitted') return take(place, 'link', secret);
    if (!known) return ask(place, secret);
    const before = session.state.devices.find((d) => d.requestId === known.requestId);
    if (before && before.answer !== null && !stands(before, now)) {
      // What the therapist said of this browser once is asked anew: they sent it a link since.
      await endPlace(trx, known, now);
      const fresh = await addPlace(trx, sessionId, role, now);
      return ask(fresh.place, fresh.secret);
    }
  }
  if (!known) return asks ? askAnew() : reply('used');
  const request = session.state.devices.find((d) => d.requestId === known.requestId);
  if (request?.answer === 'refused') return reply('refused');
  if (request?.answer !== 'allowed') return request ? reply('asking') : ask(known);
  if (stands(request, now)) return take(known, 'therapist');
  // Nobody came while the therapist's word stood: it is asked for anew.
  await endPlace(trx, known, now);
  return asks ? askAnew() : reply('used');
}

/** The therapist's "let in", while it counts. */
const stands = ({ answer, answeredAt }: DeviceRequest, now: number): boolean =>
  answer === 'allowed' && now - (answeredAt ?? 0) <= ALLOWED_FOR;

/** Writes what the session notices of it, in the same transaction. */
const teller = (work: Work, session: LockedSession) => ({
  async tell(command: SystemCommand): Promise<void> {
    const events = decideSystem(session.state, command, Math.max(work.now, session.headAt));
    await appendToSession(work, session, BY_SYSTEM, events);
  },
});
