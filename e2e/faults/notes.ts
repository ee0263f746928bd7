import { once } from 'node:events';
import { connect } from 'node:net';
import type { Note } from './history.ts';

export type Tell = (note: Note) => void;

/** Milliseconds since the epoch, finer than a clock's and the same in every process here. */
export const now = (): number => performance.timeOrigin + performance.now();

/** A line to the witness. In one process, what is told first is written first. */
export async function tellWitness(port: number): Promise<{ tell: Tell; end(): Promise<void> }> {
  const socket = connect(port, '127.0.0.1').setNoDelay(true);
  await once(socket, 'connect');
  return {
    tell: (note) => void socket.write(`${JSON.stringify(note)}\n`),
    async end() {
      socket.end();
      await once(socket, 'close');
    },
  };
}
