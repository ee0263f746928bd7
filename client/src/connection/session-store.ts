import type { Command } from '@sojourn/shared/session/command';
import type { PulseSignal, ViewMessage } from '@sojourn/shared/session/protocol';
import type { GuestRole } from '@sojourn/shared/session/role';
import type { SessionView } from '@sojourn/shared/session/view';

export type LinkState = 'connecting' | 'connected' | 'lost';

/** Why this browser is no longer part of the session; null while it is. */
export type EndReason = 'replaced' | 'not_signed_in' | null;

/** A press on its way: it stays here until the server has answered it. */
export interface PendingCommand {
  commandId: string;
  command: Command;
  /** Browser's clock, ms. */
  pressedAt: number;
  /** The server answered that it cannot record now; the press is tried again. */
  refused: boolean;
}

/** All that the screens know. Replaced whole, never changed in place. */
export interface SessionSnapshot {
  view: SessionView | null;
  link: LinkState;
  /** Browser's clock, ms. */
  linkSince: number;
  ended: EndReason;
  /** An alert of this browser had no answer when it ended: nobody has it. */
  unheard: boolean;
  /** Server's clock minus this browser's, ms. */
  clockOffset: number;
  pending: readonly PendingCommand[];
  /** What the others' browsers last said of themselves; the therapist's only. */
  signals: Partial<Record<GuestRole, PulseSignal>>;
}

export interface SessionStore {
  get(): SessionSnapshot;
  set(change: Partial<SessionSnapshot>): void;
  subscribe(listener: () => void): () => void;
}

export function createSessionStore(now: () => number): SessionStore {
  let snapshot: SessionSnapshot = {
    view: null,
    link: 'connecting',
    linkSince: now(),
    ended: null,
    unheard: false,
    clockOffset: 0,
    pending: [],
    signals: {},
  };
  const listeners = new Set<() => void>();
  return {
    get: () => snapshot,
    set(change) {
      snapshot = { ...snapshot, ...change };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** ES5: a view replaces the one on the screen only when it is newer, or the same one sent again. */
export function receiveView(
  snapshot: SessionSnapshot,
  message: ViewMessage,
  now: number,
): Partial<SessionSnapshot> {
  const clockOffset = message.serverTime - now;
  if (snapshot.view && message.view.revision < snapshot.view.revision) return { clockOffset };
  return { view: message.view, clockOffset };
}

export const markRefused = (
  pending: readonly PendingCommand[],
  commandId: string,
): readonly PendingCommand[] =>
  pending.map((press) => (press.commandId === commandId ? { ...press, refused: true } : press));
