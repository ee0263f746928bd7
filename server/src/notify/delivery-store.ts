import type { Language } from '@sojourn/shared/language';
import { isOfDrill, languageOf, type Target } from '@sojourn/shared/session/delivery';
import type { SessionState } from '@sojourn/shared/session/state';
import type { Database } from '../db/database.ts';
import { readSession } from '../session/store.ts';
import { wantedFor, type Wanted } from './words.ts';

/** A message that something came back of. */
export interface FoundDelivery {
  token: string;
  sessionId: string;
  deliveryId: string;
  alertId: string;
  target: Target;
  wanted: Wanted;
  language: Language;
}

export async function findDelivery(db: Database, token: string): Promise<FoundDelivery | null> {
  const row = await db
    .selectFrom('delivery')
    .selectAll()
    .where('token', '=', token)
    .executeTakeFirst();
  const state = row && (await readSession(db, row.session_id));
  return row && state
    ? {
        token,
        sessionId: row.session_id,
        deliveryId: row.delivery_id,
        alertId: row.alert_id,
        target: row.target,
        wanted: wantedIn(state, row.alert_id, row.delivery_id),
        language: languageOf(state, row.target),
      }
    : null;
}

/** What it was sent for; an alert that the state no longer holds was one all the same. */
function wantedIn(state: SessionState, alertId: string, deliveryId: string): Wanted {
  const alert = state.alerts.find((each) => each.alertId === alertId);
  if (alert) return wantedFor(alert);
  return isOfDrill(deliveryId, alertId) ? wantedFor(null) : { drill: false, high: true };
}

interface NewSubscription {
  sessionId: string;
  endpoint: string;
  p256dh: string;
  auth: string;
  now: number;
}

/** A browser's endpoint is one: subscribed again, it belongs to the newest session. */
export async function addSubscription(
  db: Database,
  { sessionId, endpoint, p256dh, auth, now }: NewSubscription,
): Promise<void> {
  const keys = { session_id: sessionId, p256dh, auth, created_at: now };
  await db
    .insertInto('push_subscription')
    .values({ endpoint, role: 'chaperone', ...keys })
    .onConflict((conflict) => conflict.column('endpoint').doUpdateSet(keys))
    .execute();
}

/** Another browser has the chaperone's place (IN3): what rang for the one before rings no more. */
export async function dropSubscriptions(db: Database, sessionId: string): Promise<void> {
  await db.deleteFrom('push_subscription').where('session_id', '=', sessionId).execute();
}

export async function subscriptionCount(db: Database, sessionId: string): Promise<number> {
  const { count } = await db
    .selectFrom('push_subscription')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('session_id', '=', sessionId)
    .executeTakeFirstOrThrow();
  return count;
}
