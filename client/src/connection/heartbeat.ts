import { BEAT_EVERY, type Beat } from '@sojourn/shared/session/pulse';

/** The server listens to one browser no more often than this, ms. */
const BEAT_SPACE = 1_000;
/** A word from the server asks for a beat that is nearly due: a hidden page's timers sleep, its socket does not. */
const NEARLY = BEAT_EVERY - 750;

export interface Heartbeat {
  /** Something changed that the therapist should see: now, or as soon as the server listens. */
  soon(): void;
  /** The server said something. */
  asked(): void;
  /** A person touched this page. */
  touched(): void;
  stop(): void;
}

interface Parts {
  /** What this browser says of itself now, but for the time. */
  read: () => Omit<Beat, 'idle'>;
  send: (beat: Beat) => void;
  now?: () => number;
}

/** Says every few seconds that this page is there, and how (PR4). */
export function createHeartbeat({ read, send, now = Date.now }: Parts): Heartbeat {
  let touchedAt = now();
  let sentAt = -Infinity;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function beat() {
    clearTimeout(waiting);
    waiting = undefined;
    sentAt = now();
    send({ ...read(), idle: Math.max(0, Math.round(sentAt - touchedAt)) });
  }

  const timer = setInterval(beat, BEAT_EVERY);
  return {
    soon() {
      const wait = sentAt + BEAT_SPACE - now();
      if (wait <= 0) beat();
      else waiting ??= setTimeout(beat, wait);
    },
    asked() {
      if (now() - sentAt >= NEARLY) beat();
    },
    touched() {
      touchedAt = now();
    },
    stop() {
      clearInterval(timer);
      clearTimeout(waiting);
    },
  };
}
