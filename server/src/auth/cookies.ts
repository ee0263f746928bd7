import type { GuestRole } from '@sojourn/shared/session/role';
import { parseCookie, stringifySetCookie } from 'cookie';

/** Lifetimes, ms. A place outlives an invite that was opened early; a sign-in a working day without use. */
export const SIGN_IN_LIFE = 12 * 3_600_000;
/** Use carries a sign-in on (`therapistOf`), and its cookie must be there for that: the row decides, not the cookie. */
export const SIGN_IN_COOKIE_LIFE = 30 * 24 * 3_600_000;
export const PLACE_LIFE = 30 * 24 * 3_600_000;

/*
 * Each place has a cookie of its own name, so that one browser can hold several (a therapist trying the
 * demo in three tabs) and a request says which it means.
 */
export const THERAPIST_COOKIE = 'sojourn_therapist';
export const placeCookie = (sessionId: string, role: GuestRole): string =>
  `sojourn_${role}_${sessionId}`;

export const readCookie = (header: string | undefined, name: string): string | undefined =>
  header ? parseCookie(header)[name] : undefined;

/** A `Set-Cookie` value; `maxAge` in ms, 0 removes. Secure whenever people come by https. */
export function setCookie(name: string, value: string, maxAge: number, publicUrl: string): string {
  return stringifySetCookie({
    name,
    value,
    httpOnly: true,
    sameSite: 'strict',
    secure: publicUrl.startsWith('https:'),
    path: '/',
    maxAge: Math.floor(maxAge / 1_000),
  });
}
