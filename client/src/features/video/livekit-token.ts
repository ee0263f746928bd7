import { MediaTokenReply } from '@sojourn/shared/http/api';
import { err, ok, type Result } from '@sojourn/shared/result';
import type { Role } from '@sojourn/shared/session/role';
import type { JoinFault } from './media-state.ts';

/** ms: the server itself waits up to 4 s for LiveKit. */
const TIMEOUT = 6_000;

interface Asked {
  sessionId: string;
  role: Role;
  /** The line; without it: the room of the present phase. */
  room?: 'line';
  signal: AbortSignal;
}

export type FetchToken = typeof fetchToken;

/** A fresh token for every join: it lives ten minutes, and is for one room. */
export async function fetchToken({
  sessionId,
  role,
  room,
  signal,
}: Asked): Promise<Result<MediaTokenReply, JoinFault>> {
  // Not AbortSignal.any: browsers of 2023 do not have it.
  const giveUp = new AbortController();
  const abort = () => giveUp.abort();
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  const late = setTimeout(abort, TIMEOUT);
  let response: Response;
  try {
    response = await fetch(`/api/sessions/${encodeURIComponent(sessionId)}/livekit-token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as: role, room }),
      signal: giveUp.signal,
    });
  } catch {
    return err('server');
  } finally {
    clearTimeout(late);
    signal.removeEventListener('abort', abort);
  }
  if (!response.ok) return err(response.status >= 500 ? 'server' : 'refused');
  const reply = MediaTokenReply.safeParse(await response.json().catch(() => null));
  return reply.success ? ok(reply.data) : err('server');
}
