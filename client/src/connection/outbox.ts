import { parseCommand, type CommandMessage } from '@sojourn/shared/session/command';
import { isKept } from './patience.ts';

/*
 * Presses that were not answered, kept in this browser (AL13). It only ever helps: a private window, a
 * full disk or a broken database leave the press in the page's memory, and nothing waits for it.
 */

export interface KeptPress {
  message: CommandMessage;
  /** Browser's clock, ms. */
  pressedAt: number;
}

export interface Outbox {
  keep(press: KeptPress): void;
  drop(commandId: string): void;
  /** All of this place, oldest first; empty where nothing can be kept. */
  all(): Promise<KeptPress[]>;
}

/** Memory only: what runs without a browser, and a page that only looks. */
export const NO_OUTBOX: Outbox = {
  keep: () => undefined,
  drop: () => undefined,
  all: () => Promise.resolve([]),
};

export interface Row {
  commandId: string;
  /** Session and role: another person's press on the same computer is not ours to send. */
  place: string;
  message: unknown;
  pressedAt: number;
}

/** What another build wrote is read with care: what is not a press that is kept, is none. */
export function pressesOf(rows: readonly unknown[], place: string): KeptPress[] {
  return (rows as readonly Partial<Row>[])
    .flatMap((row): KeptPress[] => {
      const parsed = parseCommand(row.message);
      if (row.place !== place || typeof row.pressedAt !== 'number' || !parsed.ok) return [];
      const { command, commandId } = parsed.value;
      return isKept(command)
        ? [{ message: { ...command, commandId }, pressedAt: row.pressedAt }]
        : [];
    })
    .toSorted((a, b) => a.pressedAt - b.pressedAt);
}
