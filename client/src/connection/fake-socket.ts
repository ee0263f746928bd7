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
  /** Counts the connections. */
  #connection = 0;

  /** What the page said of itself. */
  readonly beats: unknown[] = [];

  /** The manager: its `ping` is the server's word that the line lives. */
  readonly io = {
    on: (event: string, listener: Listener) => this.on(`manager:${event}`, listener),
  };

  emit(_event: string, message: object, done?: (reply: CommandReply) => void): this {
    if (done) {
      const sent = message as { type: string; commandId: string };
      const on = this.#connection;
      // What was asked on a connection that is gone is never answered, as in socket.io.
      const answer = (reply: CommandReply) => void (on === this.#connection && done(reply));
      this.sent.push({ ...sent, answer });
    } else this.beats.push(message);
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

  lose(reason = 'transport close'): void {
    this.connected = false;
    this.#connection += 1;
    this.says('disconnect', reason);
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
