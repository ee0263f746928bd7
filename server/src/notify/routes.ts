import express, { Router, type Request, type Response } from 'express';
import twilio from 'twilio';
import { z } from 'zod';
import type { DeliveryFault, DeliveryState } from '@sojourn/shared/session/delivery';
import { PushAnswerRequest, PushSubscribeRequest } from '@sojourn/shared/http/notify-api';
import { resolveViewer } from '../auth/viewer.ts';
import type { TwilioConfig } from '../config.ts';
import type { Database } from '../db/database.ts';
import { refuse, refuseInvalid, refuseRejection } from '../http/errors.ts';
import type { Logger } from '../logger.ts';
import type { Executor } from '../session/execute.ts';
import {
  addSubscription,
  findDelivery,
  subscriptionCount,
  type FoundDelivery,
} from './delivery-store.ts';
import { callWords, thanksFor, voiceOf } from './words.ts';
import { words } from '@sojourn/shared/words';

interface Parts {
  db: Database;
  executor: Executor;
  logger: Logger;
  clock: () => number;
  publicUrl: string;
  vapidPublicKey: string;
  /** Host names of push services that we speak to: an address from a browser is not to be trusted. */
  pushHosts: readonly string[];
  twilio: TwilioConfig | undefined;
}

const CALL_STATES: Record<string, [DeliveryState, DeliveryFault | null]> = {
  ringing: ['delivered', null],
  'in-progress': ['delivered', null],
  busy: ['failed', 'busy'],
  'no-answer': ['failed', 'no_answer'],
  failed: ['failed', 'number_refused'],
  canceled: ['failed', 'no_answer'],
};
const SMS_STATES: Record<string, [DeliveryState, DeliveryFault | null]> = {
  delivered: ['delivered', null],
  undelivered: ['failed', 'number_refused'],
  failed: ['failed', 'given_up'],
};

/** Push subscriptions and answers from a notification; what Twilio says of its messages and calls. */
export function notifyRoutes(parts: Parts): Router {
  const { db, executor, logger, clock, publicUrl, pushHosts } = parts;
  const routes = Router();

  routes.get('/api/push-key', (_request, response) => {
    response.json({ publicKey: parts.vapidPublicKey });
  });

  const chaperone = (request: Request, sessionId: unknown) =>
    typeof sessionId === 'string'
      ? resolveViewer(db, request.headers.cookie, { sessionId, as: 'chaperone' }, clock())
      : Promise.resolve(null);

  routes.post('/api/sessions/:sessionId/push', async (request, response) => {
    const { sessionId } = request.params;
    if (!(await chaperone(request, sessionId))) return refuseNoPlace(response);
    const body = PushSubscribeRequest.safeParse(request.body);
    if (!body.success) return refuseInvalid(response, body.error);
    const { endpoint, keys } = body.data.subscription;
    if (!isPushService(endpoint, pushHosts)) {
      const message = words('This browser’s push service is not known to this server.');
      return refuse(response, 400, { code: 'invalid', message, fields: { endpoint: message } });
    }
    await addSubscription(db, { sessionId, endpoint, ...keys, now: clock() });
    const count = await subscriptionCount(db, sessionId);
    const noted = await executor.executeSystem(sessionId, { type: 'pushes.note', count });
    if (!noted.ok) return refuseRejection(response, noted.error);
    response.status(204).end();
  });

  // The buttons of a notification: the page may not be there, the cookie is.
  routes.post('/api/sessions/:sessionId/push-answer', async (request, response) => {
    const { sessionId } = request.params;
    if (!(await chaperone(request, sessionId))) return refuseNoPlace(response);
    const body = PushAnswerRequest.safeParse(request.body);
    if (!body.success) return refuseInvalid(response, body.error);
    const { token, answer } = body.data;
    const found = await findDelivery(db, token);
    if (found?.sessionId !== sessionId) return refuseUnknown(response);
    const done =
      answer === 'going'
        ? await going(found)
        : await note(found, answer === 'shown' ? 'delivered' : 'answered', null);
    if (!done.ok) return refuseRejection(response, done.error);
    response.status(204).end();
  });

  const note = (
    { sessionId, deliveryId }: FoundDelivery,
    state: DeliveryState,
    fault: DeliveryFault | null,
  ) => executor.executeSystem(sessionId, { type: 'delivery.note', deliveryId, state, fault });
  /** A person answered; what they said is nothing before it is recorded. */
  async function going(found: FoundDelivery) {
    const { sessionId, alertId, target, wanted } = found;
    const answered = await note(found, 'answered', null);
    return answered.ok && !wanted.drill
      ? executor.executeSystem(sessionId, { type: 'alert.answer', alertId, by: target })
      : answered;
  }

  const form = express.urlencoded({ extended: false, limit: '16kb' });

  /** Only Twilio can sign with our token; anything else changes nothing and is noted. */
  function isSigned(request: Request): boolean {
    if (!parts.twilio) return false;
    const signature = request.header('x-twilio-signature') ?? '';
    const url = `${publicUrl}${request.originalUrl}`;
    const body = (request.body ?? {}) as Record<string, string>;
    return twilio.validateRequest(parts.twilio.authToken, signature, url, body);
  }

  const fromTwilio =
    (handle: (found: FoundDelivery, body: unknown, response: Response) => Promise<void>) =>
    async (request: Request<{ token: string }>, response: Response) => {
      if (!isSigned(request)) {
        logger.warn({ component: 'twilio', code: 'bad_signature' }, 'a callback was not signed');
        const message = 'This callback is not signed by Twilio.';
        return refuse(response, 403, { code: 'not_allowed', message });
      }
      const found = await findDelivery(db, request.params.token);
      if (!found) return refuseUnknown(response);
      await handle(found, request.body, response);
    };

  const speak = (found: FoundDelivery, words: string, response: Response, ask: boolean) => {
    const voice = new twilio.twiml.VoiceResponse();
    const to = {
      action: `${publicUrl}/api/twilio/answer/${found.token}`,
      numDigits: 1,
      timeout: 8,
    };
    const language = voiceOf(found.language);
    if (ask) {
      voice.gather({ ...to, input: ['dtmf'] }).say({ language }, words);
      voice.gather({ ...to, input: ['dtmf'] }).say({ language }, words);
    } else voice.say({ language }, words);
    response.type('text/xml').send(voice.toString());
  };

  routes.post(
    '/api/twilio/voice/:token',
    form,
    fromTwilio(async (found, _body, response) => {
      await note(found, 'delivered', null);
      speak(found, callWords(found.wanted, found.language), response, true);
    }),
  );

  routes.post(
    '/api/twilio/answer/:token',
    form,
    fromTwilio(async (found, body, response) => {
      const pressed = z.object({ Digits: z.string() }).safeParse(body);
      if (!pressed.success || pressed.data.Digits !== '1') {
        return speak(found, thanksFor('other', found.language), response, true);
      }
      const done = await going(found);
      const said = !done.ok ? 'failed' : found.wanted.drill ? 'drill' : 'going';
      speak(found, thanksFor(said, found.language), response, !done.ok);
    }),
  );

  routes.post(
    '/api/twilio/status/:token',
    form,
    fromTwilio(async (found, body, response) => {
      const told = z
        .object({ CallStatus: z.string().optional(), MessageStatus: z.string().optional() })
        .safeParse(body);
      const { CallStatus = '', MessageStatus = '' } = told.data ?? {};
      const known = CALL_STATES[CallStatus] ?? SMS_STATES[MessageStatus];
      if (known) await note(found, ...known);
      response.status(204).end();
    }),
  );

  return routes;
}

function isPushService(endpoint: string, hosts: readonly string[]): boolean {
  const { protocol, hostname, host } = new URL(endpoint);
  // A test's recorder is named with its port, and speaks plainly.
  if (hosts.includes(host) && protocol === 'http:') return true;
  return (
    protocol === 'https:' &&
    hosts.some((known) => hostname === known || hostname.endsWith(`.${known}`))
  );
}

const refuseNoPlace = (response: Response) =>
  refuse(response, 401, {
    code: 'not_allowed',
    message: words('This browser holds no place in this session.'),
  });
const refuseUnknown = (response: Response) =>
  refuse(response, 404, { code: 'not_found', message: words('There is no such message.') });
