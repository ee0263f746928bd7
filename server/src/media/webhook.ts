import express, { Router } from 'express';
import { WebhookReceiver } from 'livekit-server-sdk';
import { refuse } from '../http/errors.ts';
import type { Logger } from '../logger.ts';
import type { LiveKitAccess } from './tokens.ts';

/**
 * LiveKit tells us who came and went. Its webhooks are late, reordered and lost at times, so they are
 * a hint only: somebody joined a room, and the session's rooms are looked at again (MD4).
 */
export function webhookRoutes(
  { apiKey, apiSecret }: LiveKitAccess,
  logger: Logger,
  onJoined: (room: string) => Promise<void>,
): Router {
  const receiver = new WebhookReceiver(apiKey, apiSecret);
  const routes = Router();
  // The signature covers the body as sent: it is read as text, not parsed first.
  const body = express.text({ type: 'application/webhook+json', limit: '256kb' });
  routes.post('/api/livekit/webhook', body, async (request, response) => {
    const event = await receiver
      .receive(String(request.body), request.headers.authorization)
      .catch(() => null);
    if (!event) {
      const message = 'This webhook is not signed by our LiveKit server.';
      return refuse(response, 401, { code: 'not_allowed', message });
    }
    logger.debug({ event: event.event }, 'LiveKit webhook');
    if (event.event === 'participant_joined' && event.room) await onJoined(event.room.name);
    response.json({});
  });
  return routes;
}
