import { useSyncExternalStore } from 'react';
import type { z } from 'zod';

/** One thing that this browser's person chose; every screen of the page follows it. */
export interface KeptChoice<T> {
  get: () => T;
  set: (next: T) => void;
  subscribe: (listener: () => void) => () => void;
}

/**
 * Kept on this device between visits. Where storage is refused or full it holds for this page, and
 * nothing breaks; what an older build wrote and this one cannot read counts as never chosen.
 */
export function createKeptChoice<T>(
  key: string,
  schema: z.ZodType<T>,
  first: T,
  storage: () => Pick<Storage, 'getItem' | 'setItem'> = () => globalThis.localStorage,
): KeptChoice<T> {
  const listeners = new Set<() => void>();
  let chosen: T | undefined;
  const read = (): T => {
    try {
      const text = storage().getItem(key);
      const parsed = schema.safeParse(text === null ? undefined : JSON.parse(text));
      return parsed.success ? parsed.data : first;
    } catch {
      return first;
    }
  };
  return {
    get: () => (chosen ??= read()),
    set(next) {
      chosen = next;
      try {
        storage().setItem(key, JSON.stringify(next));
      } catch {
        // Full or refused: it holds for this page.
      }
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const useKeptChoice = <T>({ get, subscribe }: KeptChoice<T>): T =>
  useSyncExternalStore(subscribe, get);
