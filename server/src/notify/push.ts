import webpush from 'web-push';
import type { Database } from '../db/database.ts';
import type { Logger } from '../logger.ts';
import type { Message, Sender, Sent } from './channels.ts';
import type { VapidKeys } from './vapid.ts';
import { pushWords } from './words.ts';

/** Seconds a push service keeps it for a phone that is away: an old alert is worse than none. */
const TTL = 60;
/** ms */
const TIMEOUT = 8_000;

interface Parts {
  db: Database;
  keys: VapidKeys;
  /** mailto: or https:, by which a push service can reach the practice. */
  subject: string;
  logger: Logger;
  /** The push service says that a browser does not exist any more. */
  onGone(sessionId: string): void;
}

/** Web Push (RFC 8291, VAPID) to every browser of the chaperone's that takes it. */
export function pushSender({ db, keys, subject, logger, onGone }: Parts): Sender {
  async function sendTo(
    { endpoint, p256dh, auth }: { endpoint: string; p256dh: string; auth: string },
    payload: string,
  ): Promise<number> {
    const details = webpush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, payload, {
      TTL,
      urgency: 'high',
      vapidDetails: { subject, ...keys },
    });
    const reply = await fetch(details.endpoint, {
      method: 'POST',
      headers: details.headers as Record<string, string>,
      body: details.body,
      // A push service that sends us elsewhere is not one.
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT),
    });
    await reply.arrayBuffer();
    return reply.status;
  }

  return {
    async send({ sessionId, alertId, token, wanted }: Message): Promise<Sent> {
      const browsers = await db
        .selectFrom('push_subscription')
        .selectAll()
        .where('session_id', '=', sessionId)
        .execute();
      if (browsers.length === 0) return { ok: false, fault: 'no_subscription', again: false };
      // IDs only, beside words that say nothing of anybody.
      const payload = JSON.stringify({
        sessionId,
        alertId,
        token,
        ...wanted,
        ...pushWords(wanted),
      });
      const answers = await Promise.all(
        browsers.map((browser) =>
          sendTo(browser, payload).catch((err: unknown) => {
            logger.warn({ sessionId, alertId, component: 'push', err }, 'a push was not taken');
            return 0;
          }),
        ),
      );
      const gone = browsers.filter((_, at) => answers[at] === 404 || answers[at] === 410);
      if (gone.length > 0) {
        const endpoints = gone.map(({ endpoint }) => endpoint);
        await db.deleteFrom('push_subscription').where('endpoint', 'in', endpoints).execute();
        onGone(sessionId);
      }
      if (answers.some((status) => status >= 200 && status < 300)) return { ok: true };
      return gone.length === browsers.length
        ? { ok: false, fault: 'subscription_gone', again: false }
        : { ok: false, fault: 'provider', again: true };
    },
  };
}
