import { readFileSync } from 'node:fs';
import type { FaultKind } from './schedule.ts';

/* What the witness writes down, one note a line, in the order in which it was told. Times are ms since the epoch. */

export type Note =
  /** Told before it is sent. `again`: which of the ways of pressing it was. */
  | { t: 'press'; at: number; id: string; session: string; role: string; kind: string }
  | { t: 'ack'; at: number; id: string }
  /** Refused for good: it is not tried again. */
  | { t: 'refused'; at: number; id: string; code: string }
  /** A tap on the client's page: the browser itself makes the press of it. */
  | { t: 'tap'; at: number; session: string }
  | ShownNote
  | FaultNote
  /** The server answers again after it was killed; `spawned`: when it was started. */
  | { t: 'ready'; at: number; spawned: number }
  /** A provider took a message. */
  | { t: 'sent'; at: number; channel: 'push' | 'sms' | 'call'; token: string };

/** What a chaperone was shown: by the view that reached them, or by the DOM of their page. */
export interface ShownNote {
  t: 'shown';
  at: number;
  by: 'view' | 'screen';
  session: string;
  alert: string;
  /** Absent for a screen. */
  state?: string;
  raised?: number;
}

export interface FaultNote {
  t: 'fault';
  at: number;
  phase: 'begin' | 'end' | 'skipped';
  kind: FaultKind;
}

export type Witnessed<T extends Note['t']> = Extract<Note, { t: T }>;

export function readHistory(file: string): Note[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  // The last line is whole only when the witness was stopped in order.
  return lines.flatMap((line) => (line.endsWith('}') ? [JSON.parse(line) as Note] : []));
}

/** When something was broken: from each fault's begin to its end, and a while after. */
export interface Window {
  kind: FaultKind;
  from: number;
  to: number;
}

export function faultWindows(notes: readonly Note[]): Window[] {
  const open = new Map<FaultKind, number>();
  const windows: Window[] = [];
  for (const note of notes) {
    if (note.t !== 'fault') continue;
    if (note.phase === 'begin') open.set(note.kind, note.at);
    const from = open.get(note.kind);
    if (note.phase !== 'end' || from === undefined) continue;
    windows.push({ kind: note.kind, from, to: note.at });
    open.delete(note.kind);
  }
  for (const [kind, from] of open) windows.push({ kind, from, to: Number.POSITIVE_INFINITY });
  return windows;
}
