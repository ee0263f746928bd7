import { LOST_AFTER, MEDIA_GRACE, together, type Beat } from '@sojourn/shared/session/pulse';
import type { PulseSystemCommand } from '@sojourn/shared/session/pulse';
import type { Role } from '@sojourn/shared/session/role';
import type { Logger } from '../logger.ts';
import type { Executor } from './execute.ts';

/** ms between two looks at who has gone silent. */
const LOOK_EVERY = 1_000;

interface Beating {
  sessionId: string;
  role: Role;
  /** Newest beat of each connection. */
  beats: Map<string, { beat: Beat; at: number }>;
  /** What the connections say together. */
  said: Beat | null;
  /** ms */
  saidAt: number;
  /** Since when the media is away, ms; null while it is there or not wanted. */
  mediaAwaySince: number | null;
  /** What the record was last told. */
  told: { alive: boolean; sound: boolean | null; media: boolean | null };
  /** A telling is under way: the next look waits for it. */
  telling: boolean;
}

/**
 * The heartbeat of each browser, in memory. Single beats are not recorded; that somebody went silent,
 * may not sound, or has no picture, is (decision 005).
 */
export interface Pulses {
  /** Gives what this person's pages say together. */
  beat(who: { sessionId: string; role: Role; connectionId: string }, beat: Beat): Beat;
  /** A connection ended: its silence says nothing more. */
  gone(who: { sessionId: string; role: Role; connectionId: string }): void;
  stop(): void;
}

interface Parts {
  executor: Executor;
  logger: Logger;
  /** ms, monotonic: a clock that is set makes nobody silent. */
  clock: () => number;
}

export function createPulses({ executor, logger, clock }: Parts): Pulses {
  const all = new Map<string, Beating>();

  function beatingOf(sessionId: string, role: Role): Beating {
    const key = `${sessionId}/${role}`;
    const known = all.get(key);
    if (known) return known;
    const fresh: Beating = {
      sessionId,
      role,
      beats: new Map(),
      said: null,
      saidAt: 0,
      mediaAwaySince: null,
      told: { alive: true, sound: null, media: null },
      telling: false,
    };
    all.set(key, fresh);
    return fresh;
  }

  /** What the record should be told now, one thing at a time. */
  function news(who: Beating, now: number): PulseSystemCommand | null {
    const { role, told, said, saidAt, mediaAwaySince } = who;
    if (who.beats.size === 0 || said === null) return null;
    const alive = now - saidAt < LOST_AFTER;
    if (alive !== told.alive) return { type: 'pulse.note', role, alive };
    if (said.sound !== told.sound) return { type: 'sound.note', role, on: said.sound };
    if (mediaAwaySince !== null) {
      const isAway = now - mediaAwaySince >= MEDIA_GRACE && told.media !== false;
      return isAway ? { type: 'media.note', role, there: false } : null;
    }
    // Not wanted is as good as there, for who was missed; a client who is new may have been missed before.
    const isNew = role === 'client' && told.media === null;
    const isBack = told.media === false || (said.media === true && isNew);
    return isBack ? { type: 'media.note', role, there: true } : null;
  }

  async function tell(who: Beating): Promise<void> {
    if (who.telling) return;
    who.telling = true;
    try {
      for (let next = news(who, clock()); next !== null; next = news(who, clock())) {
        const done = await executor.executeSystem(who.sessionId, next);
        // Nothing can be recorded now: the next look tries again.
        if (!done.ok) return;
        if (next.type === 'pulse.note') who.told.alive = next.alive;
        else if (next.type === 'sound.note') who.told.sound = next.on;
        else if (next.type === 'media.note') who.told.media = next.there;
      }
    } catch (err) {
      logger.error({ sessionId: who.sessionId, role: who.role, err }, 'a pulse was not recorded');
    } finally {
      who.telling = false;
    }
  }

  const timer = setInterval(() => {
    for (const who of all.values()) void tell(who);
  }, LOOK_EVERY);

  return {
    beat({ sessionId, role, connectionId }, beat) {
      const who = beatingOf(sessionId, role);
      const now = clock();
      who.beats.delete(connectionId);
      // A page that went silent says nothing any more for the one that is there.
      const others = [...who.beats.values()].filter(({ at }) => now - at < LOST_AFTER);
      who.beats.set(connectionId, { beat, at: now });
      const said = together(
        beat,
        others.map((other) => other.beat),
      );
      who.said = said;
      who.saidAt = now;
      if (said.media !== false) who.mediaAwaySince = null;
      // Told at once when it goes: the whole grace is still before it.
      else who.mediaAwaySince ??= now;
      void tell(who);
      return said;
    },
    gone({ sessionId, role, connectionId }) {
      const who = all.get(`${sessionId}/${role}`);
      who?.beats.delete(connectionId);
      // Who comes back begins anew: a connection that is lost is the business of presence.
      if (who?.beats.size === 0) all.delete(`${sessionId}/${role}`);
    },
    stop: () => clearInterval(timer),
  };
}
