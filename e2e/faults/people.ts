import { setTimeout as wait } from 'node:timers/promises';
import { tellWitness } from './notes.ts';
import { openRoom, type RoomOptions } from './room.ts';
import { mulberry32 } from './schedule.ts';
import type { Place } from './sessions.ts';

/* All simulated people, in a process of their own. Told by IPC what to do; says `quiet` when nothing is open. */

export interface PeopleOptions extends Pick<RoomOptions, 'url' | 'resend' | 'slowest'> {
  seed: number;
  notesPort: number;
  places: readonly Place[];
  /** Of all rooms together. */
  alertsPerSecond: number;
}

export type PeopleOrder = { start: PeopleOptions } | { drain: true } | { end: true };

/** ms until everything that was pressed must have been answered, once nothing is broken any more. */
const QUIET_LIMIT = 180_000;

/** ms without anything open: who was lost a moment ago may be an alert yet. */
const STAYS_QUIET = 3_000;

/** Presses on their way at a time; one that waits for something broken keeps no other for long. */
const AT_ONCE = 4;
const LONGEST_TURN = 500;

let drain: () => Promise<boolean> = () => Promise.resolve(true);
let end: () => Promise<void> = () => Promise.resolve();

async function start(options: PeopleOptions): Promise<void> {
  const { seed, notesPort, places, alertsPerSecond } = options;
  const chance = mulberry32(seed);
  const witness = await tellWitness(notesPort);
  let next = performance.now();
  let underWay = 0;
  const isBusy = () => underWay >= AT_ONCE;
  /** A pace for all, as fast as the machine follows; with no hurry to make up for what a fault held up. */
  const turn = async () => {
    next = Math.max(next, performance.now()) + 1_000 / alertsPerSecond;
    await wait(Math.max(0, next - performance.now()));
    while (isBusy()) await wait(5);
    underWay += 1;
    const late = setTimeout(done, LONGEST_TURN);
    let over = false;
    function done() {
      clearTimeout(late);
      if (!over) underWay -= 1;
      over = true;
    }
    return done;
  };
  const rooms = places.map((place, at) => {
    // The first room has real browsers: they are given the time to draw.
    const least = at === 0 ? 500 : 0;
    return openRoom({ ...options, place, chance, tell: witness.tell, turn, least });
  });
  drain = async () => {
    for (const room of rooms) room.drain();
    const limit = Date.now() + (options.resend ? QUIET_LIMIT : 10_000);
    let since = Date.now();
    while (Date.now() < limit) {
      if (!rooms.every((room) => room.isQuiet())) since = Date.now();
      if (Date.now() - since > STAYS_QUIET) return true;
      await wait(100);
    }
    return false;
  };
  end = async () => {
    for (const room of rooms) room.close();
    await witness.end();
  };
}

async function obey(order: PeopleOrder): Promise<void> {
  if ('start' in order) await start(order.start);
  else if ('drain' in order) process.send?.({ quiet: await drain() });
  else {
    await end();
    process.exit(0);
  }
}

process.send?.('here');
process.on('message', (order) => void obey(order as PeopleOrder));
process.on('disconnect', () => process.exit(0));
