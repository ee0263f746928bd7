import {
  CreateSessionRequest,
  InviteRequest,
  type CreateSessionReply,
  type InviteListReply,
  type InviteReply,
  type SessionListReply,
} from '@sojourn/shared/http/api';
import type { SessionState } from '@sojourn/shared/session/state';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { readCookie, THERAPIST_COOKIE } from '../auth/cookies.ts';
import { inviteStatuses, issueInvite, revokeInvites } from '../auth/invites.ts';
import { therapistOf, type Therapist } from '../auth/sign-in.ts';
import { Claim, resolveViewer } from '../auth/viewer.ts';
import type { Database } from '../db/database.ts';
import { refuse, refuseInvalid } from '../http/errors.ts';
import { createSession } from './create.ts';
import type { Executor } from './execute.ts';
import { sessionsOf } from './store.ts';

interface Parts {
  db: Database;
  executor: Executor;
  clock: () => number;
  publicUrl: string;
}

/** The therapist's list of sessions, new ones, and their invites. */
export function sessionRoutes({ db, executor, clock, publicUrl }: Parts): Router {
  const routes = Router();

  type Handle = (
    therapist: Therapist,
    request: Request<{ sessionId: string }>,
    response: Response,
  ) => Promise<void>;
  const signedIn =
    (handle: Handle): RequestHandler<{ sessionId: string }> =>
    async (request, response) => {
      const secret = readCookie(request.headers.cookie, THERAPIST_COOKIE);
      const therapist = await therapistOf(db, secret, clock());
      if (therapist) return handle(therapist, request, response);
      refuse(response, 401, { code: 'not_allowed', message: 'Please sign in.' });
    };
  const ownSession = (handle: Handle) =>
    signedIn(async (therapist, request, response) => {
      const claim = Claim.safeParse({ sessionId: request.params.sessionId, as: 'therapist' });
      const viewer =
        claim.success && (await resolveViewer(db, request.headers.cookie, claim.data, clock()));
      if (viewer) return handle(therapist, request, response);
      refuse(response, 404, { code: 'not_found', message: 'There is no such session.' });
    });

  routes.get(
    '/api/sessions',
    signedIn(async (therapist, _request, response) => {
      const sessions = await sessionsOf(db, therapist.therapistId);
      response.json({ sessions: sessions.map(summary) } satisfies SessionListReply);
    }),
  );

  routes.post(
    '/api/sessions',
    signedIn(async (therapist, request, response) => {
      const body = CreateSessionRequest.safeParse(request.body);
      if (!body.success) return refuseInvalid(response, body.error);
      const { sessionId } = await createSession(executor, therapist, body.data);
      const now = clock();
      const invites = [
        await issueInvite(db, sessionId, 'client', publicUrl, now),
        await issueInvite(db, sessionId, 'chaperone', publicUrl, now),
      ];
      response.status(201).json({ sessionId, invites } satisfies CreateSessionReply);
    }),
  );

  routes.get(
    '/api/sessions/:sessionId/invites',
    ownSession(async (_therapist, request, response) => {
      const invites = await inviteStatuses(db, request.params.sessionId, clock());
      response.json({ invites } satisfies InviteListReply);
    }),
  );

  routes.post(
    '/api/sessions/:sessionId/invites',
    ownSession(async (_therapist, request, response) => {
      const body = InviteRequest.safeParse(request.body);
      if (!body.success) return refuseInvalid(response, body.error);
      const { sessionId } = request.params;
      const invite = await issueInvite(db, sessionId, body.data.role, publicUrl, clock());
      response.status(201).json(invite satisfies InviteReply);
    }),
  );

  routes.delete(
    '/api/sessions/:sessionId/invites',
    ownSession(async (_therapist, request, response) => {
      const body = InviteRequest.safeParse(request.body);
      if (!body.success) return refuseInvalid(response, body.error);
      await revokeInvites(db, request.params.sessionId, body.data.role, clock());
      response.status(204).end();
    }),
  );

  return routes;
}

const summary = ({ sessionId, kind, people, scheduledAt, phase }: SessionState) => ({
  sessionId,
  kind,
  clientName: people.client.name,
  scheduledAt,
  phase,
});
