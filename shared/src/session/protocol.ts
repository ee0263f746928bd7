import type { CommandMessage } from './command.ts';
import type { Rejection } from '../rejection.ts';
import type { Beat } from './pulse.ts';
import type { GuestRole, Role } from './role.ts';
import type { SessionView } from './view.ts';

/** The answer to one press. `recorded` is said only of what is committed (ES1). */
export type CommandReply =
  | { ok: true; commandId: string; revision: number }
  | { ok: false; commandId: string | null; rejection: Rejection };

/** A view on its way to a browser, with the server's clock at sending (ms since the epoch). */
export interface ViewMessage {
  serverTime: number;
  view: SessionView;
}

export interface ServerToBrowser {
  'session:view': (message: ViewMessage) => void;
  /** What a guest's browser last said of itself: for the therapist, and not recorded. */
  'session:pulse': (signal: PulseSignal) => void;
  /** Another device took this one's place (IN3). */
  'session:end': (reason: 'replaced') => void;
}

/** @see Beat */
export interface PulseSignal {
  role: GuestRole;
  /** Server's clock, ms. */
  at: number;
  beat: Beat;
}

export interface BrowserToServer {
  'session:beat': (beat: Beat) => void;
  'session:command': (message: CommandMessage, acknowledge: (reply: CommandReply) => void) => void;
}

/** What a browser says of itself when it connects. Proof of who it is travels in the cookie. */
export interface Handshake {
  sessionId: string;
  as: Role;
}

/**
 * How long a dead browser can go unnoticed: interval + timeout, ms. Under 5 s (PR1); a stall of 2 s is
 * nobody's death.
 */
export const HEARTBEAT = { pingInterval: 1_500, pingTimeout: 2_800 } as const;
