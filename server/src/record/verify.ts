import { RecordExport } from '@sojourn/shared/http/record-api';
import { z } from 'zod';
import { chainHash, chainRoot } from './chain.ts';
import { fingerprint, sealHolds } from './seal.ts';

/** Whether a record holds; if not, which event (by its place, from 1) is the first that does not. */
export type Verdict =
  | { holds: true; events: number; sealedAt: number; keys: string[] }
  | { holds: false; event: number | null; why: string };

interface Fault {
  event: number;
  why: string;
}

/**
 * The frame of a record. What an event says is covered by its hash, whatever an event of its type had
 * to say in its day.
 */
const Frame = RecordExport.extend({
  events: z.array(
    RecordExport.shape.events.element.extend({ event: z.looseObject({ type: z.string() }) }),
  ),
});
type Frame = z.infer<typeof Frame>;

/**
 * Checks an exported record: any change, removal, swap, insertion or truncation is found (RC4).
 * A seal proves that whoever holds its key made it: compare the key, or give those that you trust.
 * @param trustedKeys SPKI, base64
 */
export function verifyRecord(file: unknown, ...trustedKeys: readonly string[]): Verdict {
  const parsed = Frame.safeParse(file);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    const [part, index] = first?.path ?? [];
    const event = part === 'events' && typeof index === 'number' ? index + 1 : null;
    const where = first?.path.join('.') || 'the file';
    return { holds: false, event, why: `${where}: ${first?.message ?? 'unreadable'}` };
  }
  // What zod dropped or reordered must not be what is hashed: the file's own values are.
  const record = file as Frame;
  const [broken, unsealed] = [brokenChain(record), brokenSeal(record, trustedKeys)];
  const fault =
    broken && unsealed && unsealed.event < broken.event ? unsealed : (broken ?? unsealed);
  if (fault) return { holds: false, ...fault };
  const { events, seals } = record;
  return {
    holds: true,
    events: events.length,
    sealedAt: seals.at(-1)?.sealedAt ?? 0,
    keys: [...new Set(seals.map(({ publicKey }) => fingerprint(publicKey)))],
  };
}

function brokenChain({ sessionId, events }: Frame): Fault | null {
  const [first] = events;
  if (first?.event.type !== 'session.created' || first.event['sessionId'] !== sessionId) {
    return { event: 1, why: 'the record does not begin with the creation of this session' };
  }
  let previous = { hash: chainRoot(sessionId), at: 0 };
  for (const [index, entry] of events.entries()) {
    const place = index + 1;
    const { seq, at, actor, commandId, event, hash } = entry;
    if (seq !== place) {
      return { event: place, why: `number ${seq} stands where ${place} belongs` };
    }
    const recorded = JSON.stringify({ seq, at, actor, commandId, event });
    if (hash !== chainHash(previous.hash, recorded)) {
      return { event: place, why: 'its hash does not follow from what stands before' };
    }
    if (at < previous.at) return { event: place, why: 'it is earlier than the event before it' };
    previous = entry;
  }
  return null;
}

function brokenSeal(
  { sessionId, events, seals }: Frame,
  trustedKeys: readonly string[],
): Fault | null {
  let last = 0;
  for (const seal of seals) {
    const { seq, hash, publicKey } = seal;
    const entry = events[seq - 1];
    const fault = (why: string): Fault => ({ event: Math.max(1, seq), why });
    if (!entry) {
      const event = events.length + 1;
      return { event, why: `the record ends before it, but was sealed at event ${seq}` };
    }
    if (seq <= last) return fault('its seal does not stand in its place');
    if (entry.hash !== hash) return fault('it is not the event that was sealed');
    if (!sealHolds(sessionId, seal)) return fault('its seal is not a signature of this record');
    if (trustedKeys.length > 0 && !trustedKeys.includes(publicKey)) {
      return fault('it was sealed with another key than the one given');
    }
    last = seq;
  }
  const sealed = new Set(seals.map(({ seq }) => seq));
  const lacking = events.findIndex(
    (entry, index) => needsSeal(events, entry) && !sealed.has(index + 1),
  );
  return lacking === -1 ? null : { event: lacking + 1, why: 'its seal is missing' };
}

/** RC3: the closing, each addendum, and the end. */
function needsSeal(events: Frame['events'], entry: Frame['events'][number]): boolean {
  const { event } = entry;
  // Sessions from before there were client records were closed before there were seals.
  const fromBefore = events[0]?.event['care'] === undefined;
  const closes = event.type === 'phase.entered' && event['phase'] === 'closed';
  return (closes && !fromBefore) || event.type === 'addendum.written' || entry === events.at(-1);
}
