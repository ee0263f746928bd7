import { useEffect, useState } from 'react';
import type { ApiError } from '@sojourn/shared/http/api';
import { RecordReply } from '@sojourn/shared/http/record-api';
import { request } from '../../connection/api.ts';

export type Loaded =
  | { at: 'loading' }
  | { at: 'fault'; error: ApiError }
  | { at: 'here'; reply: RecordReply };

/** Fetched once: each look at a record is written down (RC5). */
export function useRecord(sessionId: string): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ at: 'loading' });
  useEffect(() => {
    let gone = false;
    void request('GET', `/api/sessions/${sessionId}/record`, RecordReply).then((reply) => {
      if (gone) return;
      setLoaded(
        reply.ok ? { at: 'here', reply: reply.value } : { at: 'fault', error: reply.error },
      );
    });
    return () => {
      gone = true;
    };
  }, [sessionId]);
  return loaded;
}
