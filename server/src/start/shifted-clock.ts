import { readFileSync } from 'node:fs';

/** For tests: a clock, ahead by the ms that the file says now. Two hours of observation need not be slept. */
export function shiftedClock(clock: () => number, file: string): () => number {
  return () => {
    try {
      return clock() + Number(readFileSync(file, 'utf8'));
    } catch {
      return clock();
    }
  };
}
