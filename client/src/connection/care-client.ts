import type { ClientRecord } from '@sojourn/shared/care/client-record';
import type { CareCommand } from '@sojourn/shared/care/command';
import { CareCommandReply, RegisterClientReply } from '@sojourn/shared/http/care-api';
import type { ApiError } from '@sojourn/shared/http/api';
import type { Result } from '@sojourn/shared/result';
import { request } from './api.ts';

/** Pauses before the second and the third try, ms. */
const PAUSES = [600, 1_800];

interface Edges<Reply> {
  post(path: string, body: unknown): Promise<Result<Reply, ApiError>>;
  newId(): string;
  pause(ms: number): Promise<void>;
}

const browser = <Reply>(post: Edges<Reply>['post']): Edges<Reply> => ({
  post,
  newId: () => crypto.randomUUID(),
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});

/**
 * Sends one press until it is answered, three times at most. No answer says nothing of whether it was
 * done: the same body, tried or pressed again, keeps its `commandId` until it is answered (ES2).
 */
function createSender<Reply>(path: string, { post, newId, pause }: Edges<Reply>) {
  const unanswered = new Map<string, string>();
  return async (body: object): Promise<Result<Reply, ApiError>> => {
    const press = JSON.stringify(body);
    const commandId = unanswered.get(press) ?? newId();
    unanswered.set(press, commandId);
    let reply = await post(path, { commandId, ...body });
    for (const ms of PAUSES) {
      if (isAnswer(reply)) break;
      await pause(ms);
      reply = await post(path, { commandId, ...body });
    }
    if (isAnswer(reply)) unanswered.delete(press);
    return reply;
  };
}

const isAnswer = (reply: Result<unknown, ApiError>): boolean =>
  reply.ok || reply.error.code !== 'offline';

export type SendCare = (command: CareCommand) => Promise<Result<CareCommandReply, ApiError>>;

/** What a therapist asks of one client's course of care. */
export function createCareSender(
  clientId: string,
  edges = browser((path, body) => request('POST', path, CareCommandReply, body)),
): SendCare {
  const send = createSender(`/api/clients/${encodeURIComponent(clientId)}/commands`, edges);
  return (command) => send({ command });
}

/** Registers a client: once, however often it is pressed for the same record. */
export function createRegistrar(
  edges = browser((path, body) => request('POST', path, RegisterClientReply, body)),
): (record: ClientRecord) => Promise<Result<RegisterClientReply, ApiError>> {
  const send = createSender('/api/clients', edges);
  return (record) => send({ record });
}
