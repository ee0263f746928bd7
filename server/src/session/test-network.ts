import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Test support: a network in front of a local port, which can fail in the two ways that networks do. */
export interface TestNetwork {
  port: number;
  /** Goes dead without a word, as a phone in a lift does: nothing arrives, nothing is closed. */
  die(): void;
  /** Everything is closed and nobody answers, as when a server is killed. */
  cut(): void;
  /** After `cut`: answers again. */
  restore(): Promise<void>;
}

export async function startNetwork(to: number): Promise<TestNetwork> {
  const links = new Set<Socket>();
  const accept = (near: Socket) => {
    const far = connect(to, '127.0.0.1');
    near.pipe(far).pipe(near);
    for (const link of [near, far]) {
      links.add(link.on('error', () => {}).on('close', () => links.delete(link)));
    }
  };
  let server = createServer(accept).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    die() {
      for (const link of links) link.unpipe().pause();
    },
    cut() {
      server.close();
      for (const link of links) link.destroy();
    },
    async restore() {
      server = createServer(accept).listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
  };
}
