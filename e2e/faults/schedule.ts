/* The nemesis' plan: what is broken, when, and for how long. Pure: the same seed gives the same plan. */

export const FAULT_KINDS = [
  'app.kill',
  'app.stop',
  'database.kill',
  'database.stop',
  'livekit.kill',
  'livekit.stop',
  'disk.full',
  'clock.step',
  'net.cut',
  'net.half_open',
  'net.delay',
  'browser.freeze',
  'browser.offline',
  'browser.reload',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
  kind: FaultKind;
  /** ms from the beginning of the campaign. */
  at: number;
  /** ms until it is healed. */
  lasts: number;
  /** 0 to 1: which connections, which browser, which way the clock goes. */
  chance: number;
}

/** Two at once at most: one that takes a process away, one that troubles lines and browsers. */
const LANES: readonly (readonly FaultKind[])[] = [
  FAULT_KINDS.filter((kind) => /^(app|database|livekit|disk|clock)/.test(kind)),
  FAULT_KINDS.filter((kind) => /^(net|browser)/.test(kind)),
];

/** ms without a fault between two rounds: latency is measured there. */
export const CALM = 6_000;
const ROUND = 24_000;

/** Seeded chance, 0 to 1 (mulberry32). */
export function mulberry32(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Rounds of faults with calm between them, until the last calm ends the campaign. */
export function schedule(
  seed: number,
  minutes: number,
  only: readonly FaultKind[] = FAULT_KINDS,
): Fault[] {
  const chance = mulberry32(seed);
  const end = minutes * 60_000;
  // A short campaign has no room for a minute's stop.
  const longest = Math.min(60_000, Math.max(1_500, end / 12));
  const faults: Fault[] = [];
  for (let begin = Math.min(CALM, end / 10); begin < end - CALM;) {
    const roundEnd = Math.min(begin + ROUND, end - CALM);
    let healed = begin;
    for (const lane of LANES) {
      const kinds = lane.filter((kind) => only.includes(kind));
      if (kinds.length === 0) continue;
      for (let at = begin + 500 * chance(); at < roundEnd;) {
        const kind = kinds[Math.floor(chance() * kinds.length)] ?? 'net.cut';
        const lasts = lastsOf(kind, chance(), Math.min(longest, end - at));
        faults.push({ kind, at: Math.round(at), lasts, chance: chance() });
        healed = Math.max(healed, at + lasts);
        at += lasts + 300 + 900 * chance();
      }
    }
    begin = Math.max(healed, roundEnd) + CALM;
  }
  return faults.toSorted((a, b) => a.at - b.at);
}

/** Most are short, as in life; what is over at once has no length of its own. */
function lastsOf(kind: FaultKind, chance: number, longest: number): number {
  if (kind.endsWith('.kill') || kind === 'net.cut' || kind === 'browser.reload') {
    return Math.round(200 + 800 * chance);
  }
  return Math.round(1_000 * Math.max(1, longest / 1_000) ** (chance ** 1.6));
}
