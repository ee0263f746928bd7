import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Test support: LiveKit's room service as an HTTP server with rooms and nothing in them. */
export interface FakeLiveKit {
  url: string;
  /** Open rooms by name. */
  rooms: Set<string>;
  /** Every change asked for, in order: `create r_1`, `delete r_2`. */
  asked: string[];
  /** `away`: answers nothing but errors. */
  state: { away: boolean };
  /** Holds back the next answer to this method until the returned function is called. */
  hold(method: string): () => void;
  close(): void;
}

export async function startFakeLiveKit(): Promise<FakeLiveKit> {
  const rooms = new Set<string>();
  const asked: string[] = [];
  const state = { away: false };
  const held = new Map<string, Promise<void>>();

  const methods: Record<
    string,
    (body: { name?: string; names?: string[]; room?: string; identity?: string }) => unknown
  > = {
    CreateRoom({ name = '' }) {
      asked.push(`create ${name}`);
      rooms.add(name);
      return { name };
    },
    ListRooms: ({ names = [] }) => ({
      rooms: [...rooms]
        .filter((name) => names.length === 0 || names.includes(name))
        .map((name) => ({ name })),
    }),
    RemoveParticipant({ room = '', identity = '' }) {
      asked.push(`remove ${identity} from ${room}`);
      return {};
    },
    DeleteRoom({ room = '' }) {
      asked.push(`delete ${room}`);
      rooms.delete(room);
      return {};
    },
  };
  const server = createServer((request, response) => {
    void (async () => {
      const method = request.url?.split('/').at(-1) ?? '';
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const body = JSON.parse(Buffer.concat(chunks).toString() || '{}') as object;
      const wait = held.get(method);
      held.delete(method);
      await wait;
      response.setHeader('content-type', 'application/json');
      if (state.away) response.writeHead(503).end('{"code":"unavailable","msg":"away"}');
      else response.end(JSON.stringify(methods[method]?.(body) ?? {}));
    })();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    rooms,
    asked,
    state,
    hold(method) {
      const { promise, resolve } = Promise.withResolvers<void>();
      held.set(method, promise);
      return resolve;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
