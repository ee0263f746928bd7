/*
 * What the chaperone's phone answers by itself when the network is gone: the app, and never anything
 * that the server says (EC3).
 */

/** `page`: the network first, the kept page when there is none. `asset`: named by its content, kept. */
export type Answer = 'page' | 'asset' | 'network';

interface Asked {
  method: string;
  mode: string;
  url: string;
}

/** @param origin of the page */
export function answerFor({ method, mode, url }: Asked, origin: string): Answer {
  const { origin: asked, pathname } = new URL(url);
  if (method !== 'GET' || asked !== origin) return 'network';
  if (pathname.startsWith('/api/') || pathname.startsWith('/socket.io/')) return 'network';
  if (mode === 'navigate') return 'page';
  return pathname.startsWith('/assets/') ? 'asset' : 'network';
}

/** A proxy that stands before a dead server answers for it: to somebody in need that is no answer. */
export const isNoAnswer = (status: number): boolean => status >= 502 && status <= 504;
