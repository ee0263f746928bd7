import type { MediaTokenReply } from '@sojourn/shared/http/api';
import { mediaStage } from '@sojourn/shared/session/phase';
import { mayJoinMedia } from '@sojourn/shared/session/view';
import { Router } from 'express';
import { Claim, resolveViewer } from '../auth/viewer.ts';
import type { Database } from '../db/database.ts';
import { refuse } from '../http/errors.ts';
import type { Logger } from '../logger.ts';
import { readSession } from '../session/store.ts';
import type { Rooms } from './rooms.ts';
import { mintToken, type LiveKitAccess } from './tokens.ts';

interface Parts {
  db: Database;
  rooms: Rooms;
  livekit: LiveKitAccess;
  clock: () => number;
  logger: Logger;
}

/** LiveKit tokens: only for the admitted, only for the room of the present phase (MD1, MD2). */
export function mediaRoutes({ db, rooms, livekit, clock, logger }: Parts): Router {
  const routes = Router();
  routes.post('/api/sessions/:sessionId/livekit-token', async (request, response) => {
    const { sessionId } = request.params;
    const claim = Claim.safeParse({ ...(request.body as object | undefined), sessionId });
    const viewer =
      claim.success && (await resolveViewer(db, request.headers.cookie, claim.data, clock()));
    if (!viewer) {
      const message = 'This browser holds no place in this session.';
      return refuse(response, 401, { code: 'not_allowed', message });
    }
    const { role } = viewer;
    const state = await readSession(db, sessionId);
    const stage = state && mediaStage(state.phase);
    if (!state || !stage || !mayJoinMedia(state, role)) {
      const message = 'There is no video for you at this point of the session.';
      return refuse(response, 403, { code: 'not_allowed', message });
    }
    const room = state.rooms[stage];
    try {
      await rooms.ensure(room);
    } catch (error) {
      logger.warn({ sessionId, role, component: 'livekit', err: error }, 'LiveKit does not answer');
      const message = 'The video server does not answer. Everything else goes on.';
      return refuse(response, 503, { code: 'unavailable', message });
    }
    const token = await mintToken(livekit, {
      identity: state.people[role].mediaIdentity,
      room,
    });
    response.json({ url: livekit.url, token, room } satisfies MediaTokenReply);
  });
  return routes;
}
