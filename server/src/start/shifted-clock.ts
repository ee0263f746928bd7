import { readFileSync } from 'node:fs';

/** For tests: the clock, ahead by the ms that the file says now. Two hours of observation need not be slept. */
export function shiftedClock(file: string): () => number {
  return () => {
    try {
      return Date.now() + Number(readFileSync(file, 'utf8'));
    } catch {
      return Date.now();
    }
  };
}
