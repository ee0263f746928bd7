import type { Command } from '@sojourn/shared/session/command';

/*
 * For how long a press is sent again. A phase moved or a dose started minutes after the press would be
 * worse than asking the person to press again; an alert is never given up (AL1).
 */

/** ms */
const ORDINARY = 12_000;
/** "All is well" is true of the minute in which it was said: later it would cover a look that nobody took. */
const LOOKED = 120_000;

/** ms after the press; Infinity: never given up. */
export function patienceOf(command: Command): number {
  switch (command.type) {
    case 'alert.raise':
    case 'alert.seen':
    case 'alert.going':
    case 'alert.with_client':
    case 'alert.resolve':
    case 'call.ask':
      return Infinity;
    // A wish of the client's for the pace is true for a while, and then asked for anew (GR11).
    case 'pace.signal':
    case 'prompt.respond':
      return LOOKED;
    case 'check.report':
      return command.finding === 'concern' ? Infinity : LOOKED;
    default:
      return ORDINARY;
  }
}

/** Tried again also when the server says that it cannot record now. */
export const isInsisted = (command: Command): boolean => patienceOf(command) > ORDINARY;

/** AL13: kept in the browser, also across a reload. "Seen" is said anew by the screen that shows it. */
export const isKept = (command: Command): boolean =>
  isInsisted(command) && command.type !== 'alert.seen' && command.type !== 'alert.resolve';
