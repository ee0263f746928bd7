import { pressesOf, type Outbox, type Row } from './outbox.ts';

/* The outbox in this browser's IndexedDB. */

const DATABASE = 'sojourn';
const STORE = 'presses';

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
