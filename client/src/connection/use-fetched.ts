import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiError } from '@sojourn/shared/http/api';
import type { z } from 'zod';
import { request } from './api.ts';

export interface Fetched<T> {
  /** Null until it is there. It stays while it is asked for again. */
  value: T | null;
  /** When it came, ms on this browser's clock. */
  at: number;
  /** Why the newest request brought nothing. */
  fault: ApiError | null;
  reload(): void;
}

const NOTHING = { value: null, at: 0, fault: null };

/** What our server says at `path`; nothing while it is null. */
export function useFetched<S extends z.ZodType>(
  path: string | null,
  reply: S,
): Fetched<z.infer<S>> {
  const [state, setState] = useState<Omit<Fetched<z.infer<S>>, 'reload'> & { path: string | null }>(
    { path: null, ...NOTHING },
  );
  const newest = useRef(0);
  const reload = useCallback(() => {
    if (path === null) return;
    const turn = (newest.current += 1);
    void request('GET', path, reply).then((answer) => {
      // An older answer would put back what was, or what another address says.
      if (turn !== newest.current) return;
      setState((before) =>
        answer.ok
          ? { path, value: answer.value, at: Date.now(), fault: null }
          : { ...(before.path === path ? before : NOTHING), path, fault: answer.error },
      );
    });
  }, [path, reply]);
  useEffect(reload, [reload]);
  return { ...(state.path === path ? state : NOTHING), reload };
}
