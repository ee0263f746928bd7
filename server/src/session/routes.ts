import {
  InviteRequest,
  type InviteListReply,
  type InviteReply,
  type SessionListReply,
} from '@sojourn/shared/http/api';
import { Router } from 'express';
import { inviteStatuses, issueInvite, revokeInvites } from '../auth/invites.ts';
import type { Gate } from '../auth/signed-in.ts';
import type { Database } from '../db/database.ts';
import { refuseInvalid } from '../http/errors.ts';
import { sessionsOf } from './store.ts';

interface Parts {
  db: Database;
  gate: Gate;
  clock: () => number;
  publicUrl: string;
}

/** The therapist's list of sessions, and their invites. A new one is a command of the course of care. */
export function sessionRoutes({ db, gate, clock, publicUrl }: Parts): Router {
  const routes = Router();

  routes.get(
    '/api/sessions',
    gate.signedIn(async (therapist, _request, response) => {
      const sessions = await sessionsOf(db, therapist.therapistId);
      response.json({ sessions } satisfies SessionListReply);
    }),
  );

  routes.get(
    '/api/sessions/:sessionId/invites',
    gate.ownSession(async (_therapist, request, response) => {
      const invites = await inviteStatuses(db, request.params.sessionId, clock());
      response.json({ invites } satisfies InviteListReply);
    }),
  );

  routes.post(
    '/api/sessions/:sessionId/invites',
    gate.ownSession(async (_therapist, request, response) => {
      const body = InviteRequest.safeParse(request.body);
      if (!body.success) return refuseInvalid(response, body.error);
      const { sessionId } = request.params;
      const invite = await issueInvite(db, sessionId, body.data.role, publicUrl, clock());
      response.status(201).json(invite satisfies InviteReply);
    }),
  );

  routes.delete(
    '/api/sessions/:sessionId/invites',
    gate.ownSession(async (_therapist, request, response) => {
      const body = InviteRequest.safeParse(request.body);
      if (!body.success) return refuseInvalid(response, body.error);
      await revokeInvites(db, request.params.sessionId, body.data.role, clock());
      response.status(204).end();
    }),
  );

  return routes;
}
