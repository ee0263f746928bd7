import {
  CareCommandRequest,
  PolicyRequest,
  RegisterClientRequest,
  type CareCommandReply,
  type ClientListReply,
  type PolicyReply,
  type RegisterClientReply,
} from '@sojourn/shared/http/care-api';
import type { AccessReply } from '@sojourn/shared/http/record-api';
import { courseStanding } from '@sojourn/shared/care/course';
import type { PracticePolicy } from '@sojourn/shared/care/practice';
import { factsOf, type CareState } from '@sojourn/shared/care/state';
import type { Channels } from '@sojourn/shared/session/delivery';
import { notUnderstood } from '@sojourn/shared/session/command';
import { careView } from '@sojourn/shared/care/view';
import { Router } from 'express';
import type { Gate } from '../auth/signed-in.ts';
import type { Database } from '../db/database.ts';
import { refuseInvalid, refuseRejection } from '../http/errors.ts';
import { accessTo, noteAccess } from '../record/access.ts';
import type { CareExecutor } from './execute.ts';
import { clientsOf, readCare, readPolicy } from './store.ts';

interface Parts {
  db: Database;
  gate: Gate;
  care: CareExecutor;
  channels: Channels;
  clock: () => number;
}

/** Clients, their course of care, and what the practice decides for all of them. */
export function careRoutes({ db, gate, care, channels, clock }: Parts): Router {
  const routes = Router();

  routes.get(
    '/api/clients',
    gate.signedIn(async ({ therapistId }, _request, response) => {
      const policy = await readPolicy(db, therapistId);
      const clients = await clientsOf(db, therapistId);
      const now = clock();
      const reply = { clients: clients.map((client) => summary(client, policy, now)) };
      response.json(reply satisfies ClientListReply);
    }),
  );

  routes.post(
    '/api/clients',
    gate.signedIn(async (therapist, request, response) => {
      const body = RegisterClientRequest.safeParse(request.body, { error: notUnderstood });
      if (!body.success) return refuseInvalid(response, body.error);
      const { commandId, record } = body.data;
      const registered = await care.register(therapist, commandId, record);
      if (!registered.ok) return refuseRejection(response, registered.error);
      response.status(201).json({ clientId: registered.value } satisfies RegisterClientReply);
    }),
  );

  routes.get(
    '/api/clients/:clientId',
    gate.ownClient(async ({ therapistId }, request, response) => {
      const { clientId } = request.params;
      const now = clock();
      await noteAccess(db, { therapistId, clientId, what: 'client', at: now });
      const state = await readCare(db, clientId);
      if (!state) throw new Error('A client without a course of care');
      response.json(careView(state, await readPolicy(db, therapistId), now));
    }),
  );

  routes.get(
    '/api/clients/:clientId/access',
    gate.ownClient(async (_therapist, { params: { clientId } }, response) => {
      response.json({ access: await accessTo(db, { clientId }) } satisfies AccessReply);
    }),
  );

  routes.post(
    '/api/clients/:clientId/commands',
    gate.ownClient(async (therapist, request, response) => {
      const body = CareCommandRequest.safeParse(request.body, { error: notUnderstood });
      if (!body.success) return refuseInvalid(response, body.error);
      const { commandId, command } = body.data;
      const { clientId } = request.params;
      const done = await care.execute({ therapist, clientId, commandId, command });
      if (!done.ok) return refuseRejection(response, done.error);
      response.json(done.value satisfies CareCommandReply);
    }),
  );

  routes.get(
    '/api/practice',
    gate.signedIn(async ({ therapistId, practiceName }, _request, response) => {
      const policy = await readPolicy(db, therapistId);
      response.json({ practiceName, policy, channels } satisfies PolicyReply);
    }),
  );

  routes.put(
    '/api/practice',
    gate.signedIn(async (therapist, request, response) => {
      const body = PolicyRequest.safeParse(request.body, { error: notUnderstood });
      if (!body.success) return refuseInvalid(response, body.error);
      const saved = await care.setPolicy(therapist, body.data.policy, body.data.from);
      if (!saved.ok) return refuseRejection(response, saved.error);
      const { practiceName } = therapist;
      response.json({ practiceName, policy: saved.value, channels } satisfies PolicyReply);
    }),
  );

  return routes;
}

function summary(state: CareState, policy: PracticePolicy, now: number) {
  const { clientId, record, sessions, stopped } = state;
  const steps = courseStanding(factsOf(state, policy), now);
  const open = sessions.filter(({ outcome }) => outcome === 'open');
  return {
    clientId,
    firstName: record.firstName,
    step: steps.find(({ standing }) => standing === 'now')?.step ?? 'integration',
    stopped: stopped !== null,
    nextSessionAt: open.length > 0 ? Math.min(...open.map((s) => s.scheduledAt)) : null,
  };
}
