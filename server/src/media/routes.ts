import type { MediaTokenReply } from '@sojourn/shared/http/api';
import { mediaStage } from '@sojourn/shared/session/phase';
import { mayJoinLine, mayJoinMedia } from '@sojourn/shared/session/media-access';
import type { Role } from '@sojourn/shared/session/role';
import type { SessionState } from '@sojourn/shared/session/state';
import { Router } from 'express';
import { z } from 'zod';
import { Claim, resolveViewer } from '../auth/viewer.ts';
import type { Database } from '../db/database.ts';
import { refuse } from '../http/errors.ts';
import type { Logger } from '../logger.ts';
import { readSession } from '../session/store.ts';
import type { Rooms } from './rooms.ts';
import { mintToken, type LiveKitAccess } from './tokens.ts';
import { words } from '@sojourn/shared/words';

/** Asks for the line, and not for the video of the phase. */
const Line = z.object({ room: z.literal('line') });

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
      const message = words('This browser holds no place in this session.');
      return refuse(response, 401, { code: 'not_allowed', message });
    }
    const { role } = viewer;
    const state = await readSession(db, sessionId);
    const line = Line.safeParse(request.body).success;
    const room = state && roomFor(state, role, line);
    if (!state || !room) {
      const message = line
        ? words('The line is open during an alert, or when the chaperone asks for a call.')
        : words('There is no video for you at this point of the session.');
      return refuse(response, 403, { code: 'not_allowed', message });
    }
    try {
      await rooms.ensure(room);
    } catch (error) {
      logger.warn({ sessionId, role, component: 'livekit', err: error }, 'LiveKit does not answer');
      const message = words('The video server does not answer. Everything else goes on.');
      return refuse(response, 503, { code: 'unavailable', message });
    }
    const identity = state.people[role].mediaIdentity;
    const token = await mintToken(livekit, { identity, room, camera: !line });
    response.json({ url: livekit.url, token, room } satisfies MediaTokenReply);
  });
  return routes;
}

/** The room that this person may be in now: of the phase, or the line between therapist and chaperone. */
function roomFor(state: SessionState, role: Role, line: boolean): string | null {
  if (line) return mayJoinLine(state, role) ? (state.rooms.line ?? null) : null;
  const stage = mediaStage(state.phase);
  return stage !== null && mayJoinMedia(state, role) ? state.rooms[stage] : null;
}
