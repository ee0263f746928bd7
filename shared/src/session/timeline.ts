import type { EventType, RecordedEvent } from './event.ts';
import { isConnected, type SessionState } from './state.ts';

/** What a clinician reads a session by; the rest of the record is how it came about. */
const SHOWN: ReadonlySet<EventType> = new Set<EventType>([
  'phase.entered',
  'session.cancelled',
  'presence.connected',
  'presence.disconnected',
  'presence.reset',
  'drill.answered',
  'vitals.recorded',
  'vitals.struck',
  'vitals.overridden',
  'dose.taken',
  'hold.ended',
  'booster.taken',
  'look.recorded',
  'mark.recorded',
  'note.written',
  'release.ticked',
  'release.signed',
  'session.handed_over',
  'addendum.written',
  'prompt.offered',
  'prompt.answered',
  'music.answered',
  'music.reported',
  'pace.signalled',
  'alert.raised',
  'alert.repeated',
  'alert.seen',
  'alert.going',
  'alert.with_client',
  'alert.escalated',
  'alert.resolved',
  'pulse.lost',
  'pulse.back',
  'media.lost',
  'media.back',
  'check.reported',
  'call.asked',
  'line.taken',
  'line.left',
]);

/**
 * Whether the timeline shows it. A second tab that comes or goes is no news of its person: only what
 * changed whether they are connected is.
 */
export function isShown(
  { event }: RecordedEvent,
  before: SessionState | null,
  after: SessionState,
): boolean {
  if (event.type === 'presence.connected' || event.type === 'presence.disconnected') {
    const was = before !== null && isConnected(before.people[event.role]);
    return was !== isConnected(after.people[event.role]);
  }
  return SHOWN.has(event.type);
}

/** What comes in floods when a line is bad or a page is busy: it must not push the rest off the screen. */
const TRAFFIC = /^(presence|prompt|pace|music|alert|pulse|media|line)\./;
const isTraffic = ({ event }: RecordedEvent): boolean => TRAFFIC.test(event.type);

/** How much a screen is sent of either; the record holds all. */
const KEPT = 80;

export function withEntry(
  timeline: readonly RecordedEvent[],
  entry: RecordedEvent,
): readonly RecordedEvent[] {
  const traffic = isTraffic(entry);
  const alike = timeline.filter((other) => isTraffic(other) === traffic);
  const [oldest] = alike;
  const kept = alike.length < KEPT ? timeline : timeline.filter((other) => other !== oldest);
  return [...kept, entry];
}
