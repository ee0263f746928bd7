import { unreachable } from '@sojourn/shared/result';
import { m, t } from '../../language/index.ts';

/**
 * checking: not known yet · on: the server can ring this phone · ask: one tap away · refused: the person
 * or the phone said no · install: an iPhone outside its Home Screen · unsupported: this browser cannot ·
 * failed: it could, and something went wrong
 */
export type PushState =
  | 'checking'
  | 'on'
  | 'ask'
  | 'refused'
  | 'install'
  | 'unsupported'
  | 'failed';

export interface PushFacts {
  /** The browser has a service worker, push and notifications. */
  able: boolean;
  /** An iPhone or iPad, whichever browser: all of them are Safari within. */
  apple: boolean;
  permission: NotificationPermission;
}

/** Before anything is asked of the browser; null: it is allowed, and is tried. */
export function standing({ able, apple, permission }: PushFacts): PushState | null {
  if (!able) return apple ? 'install' : 'unsupported';
  if (permission === 'denied') return 'refused';
  return permission === 'granted' ? null : 'ask';
}

export interface PushWords {
  title: string;
  /** What to do, or what it means. */
  help: string;
  /** The tap that is offered. */
  button: string | null;
  tone: 'accent' | 'waiting' | 'ok';
}

const RING = m('Let this phone ring when the page is closed');
const KEEP_OPEN = m('Until then, keep this page open and the phone at hand.');

/** What the chaperone reads of it (PN1); null: nothing to say. */
export function pushWords(state: PushState): PushWords | null {
  switch (state) {
    case 'checking':
      return null;
    case 'on':
      return {
        title: t('This phone rings when the page is closed, too.'),
        help: t('Keep it charged, and not on silent.'),
        button: null,
        tone: 'ok',
      };
    case 'ask':
      return {
        title: t('Only while this page is open can it call you.'),
        help: t('Allow its messages, and an alert reaches you also when it is closed or locked.'),
        button: t(RING),
        tone: 'accent',
      };
    case 'refused':
      return {
        title: t('Messages are not allowed on this phone.'),
        help: t(
          'Tap the sign beside the address, or open the site’s settings, allow notifications, and come back. {keepOpen}',
          { keepOpen: t(KEEP_OPEN) },
        ),
        button: t('Try again'),
        tone: 'waiting',
      };
    case 'install':
      return {
        title: t('This iPhone can only ring from its Home Screen.'),
        help: t('Tap Share, then “Add to Home Screen”, and open Sojourn from there. {keepOpen}', {
          keepOpen: t(KEEP_OPEN),
        }),
        button: null,
        tone: 'waiting',
      };
    case 'unsupported':
      return {
        title: t('This browser cannot ring when the page is closed.'),
        help: t('Keep this page open, and the phone at hand.'),
        button: null,
        tone: 'waiting',
      };
    case 'failed':
      return {
        title: t('This phone could not be set to ring.'),
        help: t('Its message service does not answer. {keepOpen}', { keepOpen: t(KEEP_OPEN) }),
        button: t('Try again'),
        tone: 'waiting',
      };
    default:
      return unreachable(state);
  }
}

/** A key as it is sent, in the bytes that browsers keep it in. */
export function keyBytes(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (character) => character.codePointAt(0) ?? 0);
}

/** A server with other keys than those a browser was subscribed with can not reach it any more. */
export function isSameKey(one: ArrayBuffer | null, other: Uint8Array): boolean {
  const bytes = new Uint8Array(one ?? new ArrayBuffer(0));
  return bytes.length === other.length && bytes.every((byte, at) => byte === other[at]);
}
