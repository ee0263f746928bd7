import { uptime } from 'node:os';

/** How fast a set wall clock is followed: half a second in a quarter of an hour. */
const SLEW = 0.0005;
/** ms between two looks at whether the machine slept, and ms that count as a sleep. */
const LOOK_EVERY = 1_000;
const SLEPT = 1_000;

interface Sources {
  /** ms since the epoch; somebody may set it. */
  wall(): number;
  /** ms; goes on evenly, and rests while the machine sleeps. */
  even(): number;
  /** ms; goes on while the machine sleeps, too. */
  awake(): number;
}

const MACHINE: Sources = {
  wall: Date.now,
  even: () => performance.now(),
  awake: () => uptime() * 1_000,
};

/**
 * ms since the epoch, by a clock that does not jump when somebody sets the machine's: set back by a minute,
 * it would leave a ladder waiting for a minute; set ahead, it would call people too early, and take everybody
 * for lost (AL9, TM3). It begins as the wall clock is, and follows it slowly. After a sleep of the
 * machine it is right at once: what fell due meanwhile is overdue.
 */
export function steadyClock({ wall, even, awake }: Sources = MACHINE): () => number {
  let now = wall();
  let last = even();
  let looked = { even: last, awake: awake() };
  return () => {
    const at = even();
    const passed = at - last;
    last = at;
    now += passed;
    if (at - looked.even >= LOOK_EVERY) {
      const look = { even: at, awake: awake() };
      const slept = look.awake - looked.awake - (at - looked.even);
      if (slept > SLEPT) now += slept;
      looked = look;
    }
    const off = wall() - now;
    now += Math.sign(off) * Math.min(Math.abs(off), passed * SLEW);
    return Math.floor(now);
  };
}
