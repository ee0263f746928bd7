import type { CommandReply } from '@sojourn/shared/session/protocol';

type Listener = (...args: never[]) => void;
interface Sent {
  type: string;
  commandId: string;
  answer(reply: CommandReply): void;
}

/** Test support: as much of a socket.io client as a connection uses, with a server that the test plays. */
export class FakeSocket {
  connected = false;
  active = true;
  /** Each time that a press reached the server. */
  readonly sent: Sent[] = [];
  readonly #listeners = new Map<string, Listener[]>();
  readonly #waiting = new Set<(error: Error) => void>();

  /** What the page said of itself. */
  readonly beats: unknown[] = [];

  /** The manager: its `ping` is the server's word that the line lives. */
  readonly io = {
    on: (event: string, listener: Listener) => this.on(`manager:${event}`, listener),
  };

  emit(_event: string, beat: unknown): this {
    this.beats.push(beat);
    return this;
  }

  on(event: string, listener: Listener): this {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
    return this;
  }

  /** The server, or the network, says this. */
  says(event: string, ...args: unknown[]): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(...(args as never[]));
  }

  arrive(): void {
    this.connected = true;
    this.says('connect');
  }

  /** The network goes: answers that were awaited fail at once, as in socket.io. */
  lose(reason = 'transport close'): void {
    this.connected = false;
    for (const fail of this.#waiting) fail(new Error('socket has been disconnected'));
    this.says('disconnect', reason);
  }

  timeout(ms: number) {
    return {
      emit: (
        _event: string,
        message: { type: string; commandId: string },
        done: (error: Error | null, reply?: CommandReply) => void,
      ) => {
        const settle = (error: Error | null, reply?: CommandReply) => {
          clearTimeout(timer);
          if (this.#waiting.delete(settle)) done(error, reply);
        };
        const timer = setTimeout(() => settle(new Error('timeout')), ms);
        this.#waiting.add(settle);
        this.sent.push({ ...message, answer: (reply) => settle(null, reply) });
      },
    };
  }

  connects = 0;
  connect(): this {
    this.connects += 1;
    return this;
  }

  disconnect(): this {
    if (this.connected) this.lose('io client disconnect');
    return this;
  }
}
