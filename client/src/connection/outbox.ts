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

const DATABASE = 'sojourn';
const STORE = 'presses';

interface Row {
  commandId: string;
  /** Session and role: another person's press on the same computer is not ours to send. */
  place: string;
  message: unknown;
  pressedAt: number;
}

/** @param factory the browser's; asking for it throws where it is forbidden */
export function createOutbox(place: string, factory: () => IDBFactory | undefined): Outbox {
  let database = opened(factory);

  // Begun in the order of the calls, which the database keeps: nothing is dropped before it is kept.
  function change(act: (store: IDBObjectStore) => void) {
    void database.then((known) => {
      try {
        if (known) begin(known, act);
      } catch {
        // Closed under us: this press stays in memory, and the next has a fresh database.
        database = opened(factory);
      }
    });
  }

  return {
    keep({ message, pressedAt }) {
      const row: Row = { commandId: message.commandId, place, message, pressedAt };
      change((store) => store.put(row));
    },
    drop: (commandId) => change((store) => store.delete(commandId)),
    async all() {
      const known = await database;
      return known ? pressesOf(await rowsOf(known).catch(() => []), place) : [];
    },
  };
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

/** Null when it is forbidden or broken. */
function opened(factory: () => IDBFactory | undefined): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    const none = () => resolve(null);
    try {
      const request = factory()?.open(DATABASE, 1);
      if (!request) return none();
      request.addEventListener('upgradeneeded', () =>
        request.result.createObjectStore(STORE, { keyPath: 'commandId' }),
      );
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', none);
    } catch {
      none();
    }
  });
}

/** The commit is asked for at once: a page that is reloaded in the next instant has kept it all the same. */
function begin(database: IDBDatabase, act: (store: IDBObjectStore) => void): void {
  const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
  act(transaction.objectStore(STORE));
  transaction.commit();
}

function rowsOf(database: IDBDatabase): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const request = database.transaction(STORE).objectStore(STORE).getAll();
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(new Error('not read')));
  });
}
