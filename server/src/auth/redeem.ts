import type { RedeemReply } from '@sojourn/shared/http/api';
import { err, ok, type Result } from '@sojourn/shared/result';
import type { GuestRole } from '@sojourn/shared/session/role';
import type { Database } from '../db/database.ts';
import type { Executor } from '../session/execute.ts';
import { lockSession } from '../session/store.ts';
import { createTurns } from '../session/turns.ts';
import { lockInvite, markUsed, type InviteFault } from './invites.ts';
import { addPlace, askingFor, findPlace, holdPlace, type Place } from './places.ts';
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

export type RedeemFault = InviteFault | 'crowded' | 'busy';

/** Browsers that may ask with one used link; a new link from the therapist needs none of them (IN4). */
const MOST_ASKING = 20;

/** One link, one at a time: who redeems it without end takes one connection of the database. */
const turns = createTurns();

/**
 * Exchanges an invite for this browser's place. A fresh link gives it at once; a used one gives it
 * only to the browser that holds it already, or after the therapist has let the new one in (IN4).
 */
export async function redeemInvite(
  db: Database,
  executor: Executor,
  asking: Asking,
  now: number,
): Promise<Result<Redeemed, RedeemFault>> {
  const redeemed = await turns.take(hashOf(asking.token), 'press', () =>
    redeemNow(db, asking, now),
  );
  if (redeemed === null) return err('busy');
  if (!redeemed.ok) return redeemed;
  const { ask, ...rest } = redeemed.value;
  if (ask) {
    const { requestId } = ask;
    await executor.executeSystem(rest.sessionId, {
      type: 'device.ask',
      role: rest.role,
      requestId,
    });
  }
  return ok(rest);
}

type Answer = Result<Redeemed & { ask: Place | null }, RedeemFault>;

const redeemNow = (
  db: Database,
  { token, cookieFor, asks }: Asking,
  now: number,
): Promise<Answer> =>
  db.transaction().execute(async (trx): Promise<Answer> => {
    const invite = await lockInvite(trx, token, now);
    if (typeof invite === 'string') return err(invite);
    const { sessionId, role } = invite;
    const known = await findPlace(trx, cookieFor(sessionId, role), sessionId, role, now);
    const reply = (outcome: RedeemReply['outcome'], secret: string | null = null) =>
      ok({
        outcome,
        sessionId,
        role,
        secret,
        placeHash: null as string | null,
        ask: null as Place | null,
      });

    if (known?.held) {
      if (!invite.used) await markUsed(trx, invite.inviteId, now);
      return reply('joined');
    }
    const session = await lockSession(trx, sessionId);
    if (!invite.used) {
      await markUsed(trx, invite.inviteId, now);
      const { secret, place } = known
        ? { secret: null, place: known }
        : await addPlace(trx, sessionId, role, now);
      // Somebody is in the room in this role: a link alone does not put another in their place (IN4).
      if (session?.state.people[role].admission !== 'admitted') {
        await holdPlace(trx, place, sessionId, role, now);
        return ok({ ...reply('joined', secret).value, placeHash: place.secretHash });
      }
      if (!known) return ok({ ...reply('asking', secret).value, ask: place });
    } else if (!known) {
      if (!asks) return reply('used');
      if ((await askingFor(trx, sessionId, role, now)) >= MOST_ASKING) return err('crowded');
      const { secret, place } = await addPlace(trx, sessionId, role, now);
      return ok({ ...reply('asking', secret).value, ask: place });
    }
    const request = session?.state.devices.find((d) => d.requestId === known.requestId);
    if (request?.answer === 'allowed') {
      await holdPlace(trx, known, sessionId, role, now);
      return ok({ ...reply('joined').value, placeHash: known.secretHash });
    }
    if (request?.answer === 'refused') return reply('refused');
    return ok({ ...reply('asking').value, ask: request ? null : known });
  });
