import { RedeemRequest, type SignInReply } from '@sojourn/shared/http/api';
import { Router } from 'express';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { refuse, refuseInvalid } from '../http/errors.ts';
import type { Writer } from '../record/writer.ts';
import {
  placeCookie,
  PLACE_LIFE,
  readCookie,
  setCookie,
  SIGN_IN_COOKIE_LIFE,
  THERAPIST_COOKIE,
} from './cookies.ts';
import { redeemInvite, type Redeemed, type RedeemFault } from './redeem.ts';
import { endSignIn, redeemSignInLink, therapistOf } from './sign-in.ts';
import { words } from '@sojourn/shared/words';

interface Parts {
  db: Database;
  writer: Writer;
  clock: () => number;
  publicUrl: string;
  /** A browser took a guest's place over: others of that place are let go. */
  onPlaceTaken(redeemed: Redeemed): void;
  /** A therapist's browser signed out. @param secret of its cookie */
  onSignedOut(secret: string): void;
}

const FAULTS: Record<RedeemFault, { status: number; words: string }> = {
  unknown: {
    status: 410,
    words: words('This invite link is not known. Please ask your therapist for a new one.'),
  },
  expired: {
    status: 410,
    words: words('This invite link has expired. Please ask your therapist for a new one.'),
  },
  revoked: {
    status: 410,
    words: words(
      'This invite link was replaced or withdrawn. Please ask your therapist for a new one.',
    ),
  },
  crowded: {
    status: 429,
    words: words(
      'Too many devices have asked with this link. Please ask your therapist for a new one.',
    ),
  },
  busy: {
    status: 503,
    words: words('This link is being used by many at once. Try again in a moment.'),
  },
};

/** Signing in by link (therapist) and taking a place by invite (client, chaperone). */
export function authRoutes(parts: Parts): Router {
  const { db, writer, clock, publicUrl, onPlaceTaken, onSignedOut } = parts;
  const routes = Router();

  routes.post('/api/sign-in', async (request, response) => {
    const body = RedeemRequest.safeParse(request.body);
    if (!body.success) return refuseInvalid(response, body.error);
    const secret = await redeemSignInLink(db, body.data.token, clock());
    if (!secret) {
      const message = words(
        'This sign-in link was already used or has expired. Ask for a new one.',
      );
      return refuse(response, 410, { code: 'not_found', message });
    }
    response.setHeader(
      'Set-Cookie',
      setCookie(THERAPIST_COOKIE, secret, SIGN_IN_COOKIE_LIFE, publicUrl),
    );
    response.json({});
  });

  routes.get('/api/me', async (request, response) => {
    const secret = readCookie(request.headers.cookie, THERAPIST_COOKIE);
    const therapist = await therapistOf(db, secret, clock());
    if (!therapist) {
      return refuse(response, 401, {
        code: 'not_allowed',
        message: words('You are not signed in.'),
      });
    }
    const { name, practiceName } = therapist;
    response.json({ name, practiceName } satisfies SignInReply);
  });

  routes.post('/api/sign-out', async (request, response) => {
    const secret = readCookie(request.headers.cookie, THERAPIST_COOKIE);
    if (secret) {
      await endSignIn(db, secret, clock());
      onSignedOut(secret);
    }
    response.setHeader('Set-Cookie', setCookie(THERAPIST_COOKIE, '', 0, publicUrl));
    response.json({});
  });

  const Redeem = RedeemRequest.extend({ ask: z.boolean().default(false) });
  routes.post('/api/invites/redeem', async (request, response) => {
    const body = Redeem.safeParse(request.body);
    if (!body.success) return refuseInvalid(response, body.error);
    const redeemed = await redeemInvite(writer, {
      token: body.data.token,
      asks: body.data.ask,
      cookieFor: (sessionId, role) =>
        readCookie(request.headers.cookie, placeCookie(sessionId, role)),
    });
    if (!redeemed.ok) {
      const { status, words } = FAULTS[redeemed.error];
      return refuse(response, status, { code: redeemed.error, message: words });
    }
    const { outcome, sessionId, role, secret, placeHash } = redeemed.value;
    if (secret) {
      const name = placeCookie(sessionId, role);
      response.setHeader('Set-Cookie', setCookie(name, secret, PLACE_LIFE, publicUrl));
    }
    if (placeHash) onPlaceTaken(redeemed.value);
    response.json({ outcome, sessionId, role });
  });

  return routes;
}
