import { z } from 'zod';
import type { Song } from './music-model.ts';

/** The client's own files, kept by this browser and by nobody else (MU2). */
export interface SongsDatabase {
  /** Empty where nothing can be kept. */
  all: () => Promise<Song[]>;
  /** @throws QuotaExceededError when the device is full, anything when it may not keep. */
  put: (song: Song) => Promise<void>;
  remove: (songId: string) => Promise<void>;
}

const STORE = 'songs';
const Stored = z.object({ songId: z.string(), name: z.string(), file: z.instanceof(Blob) });

/** @param factory read anew each time: a browser may forbid it by throwing */
export function createSongsDatabase(factory: () => IDBFactory): SongsDatabase {
  let opening: Promise<IDBDatabase> | null = null;
  function open(): Promise<IDBDatabase> {
    opening ??= new Promise<IDBDatabase>((resolve, reject) => {
      const request = factory().open('sojourn.music', 1);
      request.addEventListener('upgradeneeded', () => {
        request.result.createObjectStore(STORE, { keyPath: 'songId' });
      });
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('no database')));
    }).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  }
  async function ask<T>(
    mode: IDBTransactionMode,
    act: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    const database = await open();
    return new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = act(transaction.objectStore(STORE));
      // A full device says so at the end of the transaction.
      transaction.addEventListener('complete', () => resolve(request.result));
      const fail = () => reject(transaction.error ?? request.error ?? new Error('not kept'));
      transaction.addEventListener('abort', fail);
      transaction.addEventListener('error', fail);
    });
  }
  return {
    async all() {
      try {
        const rows = await ask<unknown[]>('readonly', (store) => store.getAll());
        return rows.flatMap((row) => {
          const stored = Stored.safeParse(row);
          return stored.success ? [{ ...stored.data, kept: true }] : [];
        });
      } catch {
        return [];
      }
    },
    async put({ songId, name, file }) {
      await ask('readwrite', (store) => store.put({ songId, name, file }));
    },
    async remove(songId) {
      await ask('readwrite', (store) => store.delete(songId));
    },
  };
}

export const isFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError';
