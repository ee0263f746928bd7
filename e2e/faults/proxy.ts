import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/* The network between people and the server, as far as it can go wrong: each line cut, half-open, or slow. */

interface Line {
  /** 0 to 1, as it was opened: faults choose by it. */
  lot: number;
  ends: readonly [Socket, Socket];
  /** Nothing is forwarded, and nothing is closed. */
  halfOpen: boolean;
  /** ms that every byte waits. */
  delay: number;
}

export interface Proxy {
  port: number;
  /** Cuts these lines; both ends are told by a reset. */
  cut(chosen: (lot: number) => boolean): number;
  /** These lines carry nothing more until it is undone. */
  halfOpen(chosen: (lot: number) => boolean): () => void;
  /** Every byte waits this long, also the last before it is undone. */
  delay(ms: number, chosen: (lot: number) => boolean): () => void;
  /** These lines hold what comes, and give it all at once when it is undone. */
  stall(chosen: (lot: number) => boolean): () => void;
  stop(): Promise<void>;
}

/** @param chance 0 to 1, seeded */
export async function startProxy(target: () => number, chance: () => number): Promise<Proxy> {
  const lines = new Set<Line>();
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ port: target(), host: '127.0.0.1', noDelay: true });
    const line: Line = { lot: chance(), ends: [near, far], halfOpen: false, delay: 0 };
    lines.add(line);
    forward(line, near, far);
    forward(line, far, near);
  });

  function forward(line: Line, from: Socket, to: Socket) {
    // One after the other: what was delayed is never overtaken.
    let last: Promise<void> | null = null;
    from.on('data', (chunk) => {
      if (line.halfOpen) return;
      if (line.delay === 0 && last === null) return void to.write(chunk);
      const waited = Promise.all([wait(line.delay), last]).then(() => {
        if (!to.destroyed && !line.halfOpen) to.write(chunk);
        if (last === waited) last = null;
      });
      last = waited;
    });
    from.on('error', () => undefined);
    from.on('close', () => {
      // Half-open: the other side does not learn of it.
      if (line.halfOpen) return;
      lines.delete(line);
      to.destroy();
    });
  }

  const these = (chosen: (lot: number) => boolean) => [...lines].filter(({ lot }) => chosen(lot));
  const reset = ({ ends }: Line) => ends.forEach((end) => end.resetAndDestroy());

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    cut(chosen) {
      const cut = these(chosen);
      cut.forEach(reset);
      return cut.length;
    },
    halfOpen(chosen) {
      const struck = these(chosen);
      for (const line of struck) line.halfOpen = true;
      return () => {
        // Bytes were lost on it: a line that did not carry them cannot be taken up again.
        for (const line of struck) {
          line.halfOpen = false;
          lines.delete(line);
          reset(line);
        }
      };
    },
    delay(ms, chosen) {
      const struck = these(chosen);
      for (const line of struck) line.delay = ms;
      return () => struck.forEach((line) => (line.delay = 0));
    },
    stall(chosen) {
      const ends = these(chosen).flatMap((line) => line.ends);
      for (const end of ends) end.pause();
      return () => ends.forEach((end) => end.resume());
    },
    async stop() {
      lines.forEach(reset);
      server.close();
      await once(server, 'close');
    },
  };
}
