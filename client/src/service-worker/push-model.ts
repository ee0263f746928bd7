/*
 * A push message on the chaperone's phone: what is shown, and what a tap on it says (PN1). Pure, and
 * without the schemas of `shared`: the service worker is one small file.
 */

import { sayIn, type Say } from './push-words.ts';

export interface PushMessage {
  sessionId: string;
  alertId: string;
  /** By which the server knows the message again. */
  token: string;
  /** A rehearsal: there is nobody to go to. */
  drill: boolean;
  title: string;
  body: string;
}

export interface Shown {
  title: string;
  options: {
    body: string;
    tag: string;
    renotify: boolean;
    requireInteraction: boolean;
    icon: string;
    /** In a phone's status bar: its shape alone. */
    badge: string;
    vibrate: readonly number[];
    actions: readonly { action: string; title: string }[];
    data: PushMessage | null;
  };
}

/** What the server sent, or null when it is nothing that we know. */
export function readPush(text: string): PushMessage | null {
  try {
    const said = JSON.parse(text) as Partial<PushMessage> | null;
    const { sessionId, alertId, token, title, body, drill } = said ?? {};
    const texts = [sessionId, alertId, token, title, body];
    if (!texts.every((value) => typeof value === 'string' && value !== '')) return null;
    return { sessionId, alertId, token, title, body, drill: drill === true } as PushMessage;
  } catch {
    return null;
  }
}

const VIBRATION = [400, 150, 400, 150, 400, 400, 400, 150, 400];

/** A push that shows nothing costs the permission; one that cannot be read still means: somebody calls. */
export function shownFor(message: PushMessage | null, say: Say = sayIn('en')): Shown {
  const { title, body } = message ?? {
    title: 'You may be needed',
    body: 'Please open the page of the session.',
  };
  const open = { action: 'open', title: say('Open') };
  const going = { action: 'going', title: say("I'm going") };
  return {
    title: say(title),
    options: {
      body: say(body),
      // The same alert again replaces what stands there, and sounds anew.
      tag: message?.alertId ?? 'unread',
      renotify: true,
      // It stays until a person acts (AL8).
      requireInteraction: true,
      icon: '/icons/icon-192.png',
      badge: '/icons/badge.png',
      vibrate: VIBRATION,
      actions: message && !message.drill ? [going, open] : [open],
      data: message,
    },
  };
}

/** In place of the alert when "I'm going" could not be sent: it must not pass for said. */
export function unsentFor(message: PushMessage, say: Say = sayIn('en')): Shown {
  const { options } = shownFor(message, say);
  return {
    title: say('Your answer was not sent'),
    options: {
      ...options,
      body: say('Go all the same. This phone is offline: open the page, or call.'),
    },
  };
}

export const chaperonePath = ({ sessionId }: Pick<PushMessage, 'sessionId'>): string =>
  `/sessions/${encodeURIComponent(sessionId)}/chaperone`;

/** The page to bring to the front, of those that are open; null: a new one. */
export const pageFor = <Page extends { url: string }>(
  pages: readonly Page[],
  message: PushMessage,
): Page | null => pages.find(({ url }) => new URL(url).pathname === chaperonePath(message)) ?? null;

/** ms between tries: a phone that was just taken up has its network back within seconds. */
export const TRIES: readonly number[] = [500, 1_000, 2_000, 4_000, 8_000, 8_000];

/**
 * Says it to the server until it is taken. What the server refuses is not said again.
 * @param post gives the answer's status, and rejects without a network
 * @returns whether the server has it
 */
export async function tell(
  post: () => Promise<number>,
  wait: (ms: number) => Promise<void>,
): Promise<boolean> {
  for (const pause of [...TRIES, null]) {
    const status = await post().catch(() => 503);
    if (status < 500) return status < 300;
    if (pause !== null) await wait(pause);
  }
  return false;
}
