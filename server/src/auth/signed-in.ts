import type { Request, RequestHandler, Response } from 'express';
import type { Database } from '../db/database.ts';
import { refuse } from '../http/errors.ts';
import { readCookie, THERAPIST_COOKIE } from './cookies.ts';
import { therapistOf, type Therapist } from './sign-in.ts';
import { Claim, Id, resolveViewer } from './viewer.ts';
import { words } from '@sojourn/shared/words';

type Handle<P> = (
  therapist: Therapist,
  request: Request<P>,
  response: Response,
) => Promise<void> | void;

/** Lets only therapists through, and to a session or a client only the one that they belong to. */
export interface Gate {
  signedIn<P = Record<string, never>>(handle: Handle<P>): RequestHandler<P>;
  ownSession(handle: Handle<{ sessionId: string }>): RequestHandler<{ sessionId: string }>;
  ownClient(handle: Handle<{ clientId: string }>): RequestHandler<{ clientId: string }>;
}

export function createGate(db: Database, clock: () => number): Gate {
  const signedIn: Gate['signedIn'] = (handle) => async (request, response) => {
    const secret = readCookie(request.headers.cookie, THERAPIST_COOKIE);
    const therapist = await therapistOf(db, secret, clock());
    if (therapist) return handle(therapist, request, response);
    refuse(response, 401, { code: 'not_allowed', message: words('Please sign in.') });
  };
  return {
    signedIn,
    ownSession: (handle) =>
      signedIn<{ sessionId: string }>(async (therapist, request, response) => {
        const claim = Claim.safeParse({ sessionId: request.params.sessionId, as: 'therapist' });
        const viewer =
          claim.success && (await resolveViewer(db, request.headers.cookie, claim.data, clock()));
        if (viewer) return handle(therapist, request, response);
        refuse(response, 404, { code: 'not_found', message: words('There is no such session.') });
      }),
    ownClient: (handle) =>
      signedIn<{ clientId: string }>(async (therapist, request, response) => {
        const id = Id.safeParse(request.params.clientId);
        const owned =
          id.success &&
          (await db
            .selectFrom('client')
            .select('client_id')
            .where('client_id', '=', id.data)
            .where('therapist_id', '=', therapist.therapistId)
            .executeTakeFirst());
        if (owned) return handle(therapist, request, response);
        refuse(response, 404, { code: 'not_found', message: words('There is no such client.') });
      }),
  };
}
