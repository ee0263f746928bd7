import { createHash } from 'node:crypto';
import type { RecordExport } from '@sojourn/shared/http/record-api';

/* What somebody with bad intentions and no key can do to an exported record (RC4). */

type Entry = RecordExport['events'][number];

/** What is done to a copy, and the event that must be named, by its place in the whole record. */
interface Tampering {
  what: string;
  /** Returns the place of the first event that does not hold. */
  tamper: (record: RecordExport) => number;
}

const placeOf = ({ events }: RecordExport, type: Entry['event']['type']): number =>
  events.findIndex(({ event }) => event.type === type) + 1;

function entryAt({ events }: RecordExport, place: number): Entry {
  const entry = events[place - 1];
  if (!entry) throw new Error(`No event ${place}`);
  return entry;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Numbers and hashes made to fit again, by what docs/record.schema.json says of them. */
function recompute(record: RecordExport): void {
  let previous = `sojourn:${record.sessionId}`;
  for (const [index, entry] of record.events.entries()) {
    entry.seq = index + 1;
    const { seq, at, actor, commandId, event } = entry;
    previous = sha256(`${previous}\n${JSON.stringify({ seq, at, actor, commandId, event })}`);
    entry.hash = previous;
  }
}

const sealOf = (record: RecordExport, index: number) => {
  const seal = record.seals[index];
  if (!seal) throw new Error(`No seal ${index}`);
  return seal;
};

export const TAMPERINGS: readonly Tampering[] = [
  {
    what: 'a blood pressure changed',
    tamper(record) {
      const place = placeOf(record, 'vitals.recorded');
      Object.assign(entryAt(record, place).event, { systolic: 121 });
      return place;
    },
  },
  {
    what: 'a word of a note changed',
    tamper(record) {
      const place = placeOf(record, 'note.written');
      Object.assign(entryAt(record, place).event, { words: 'Nothing to note.' });
      return place;
    },
  },
  {
    what: 'the dose moved by a minute',
    tamper(record) {
      const place = placeOf(record, 'dose.taken');
      entryAt(record, place).at -= 60_000;
      return place;
    },
  },
  {
    what: 'somebody else named as the one who signed',
    tamper(record) {
      const place = placeOf(record, 'release.signed');
      entryAt(record, place).actor = 'chaperone';
      return place;
    },
  },
  {
    what: 'an alert removed',
    tamper(record) {
      const place = placeOf(record, 'alert.raised');
      record.events.splice(place - 1, 1);
      return place;
    },
  },
  {
    what: 'two events exchanged',
    tamper(record) {
      const place = placeOf(record, 'hold.ended');
      record.events.splice(place - 1, 2, entryAt(record, place + 1), entryAt(record, place));
      return place;
    },
  },
  {
    what: 'a look told twice',
    tamper(record) {
      const place = placeOf(record, 'look.recorded');
      record.events.splice(place, 0, structuredClone(entryAt(record, place)));
      return place + 1;
    },
  },
  {
    what: 'the end cut off, with its seal',
    tamper(record) {
      const place = placeOf(record, 'release.signed');
      record.events.length = place;
      return place + 1;
    },
  },
  {
    what: 'a reading changed, and every hash after it made to fit',
    tamper(record) {
      const place = placeOf(record, 'vitals.recorded');
      Object.assign(entryAt(record, place).event, { systolic: 121 });
      recompute(record);
      return sealOf(record, 0).seq;
    },
  },
  {
    what: 'the time of the seal changed',
    tamper(record) {
      const seal = sealOf(record, 0);
      seal.sealedAt += 1;
      return seal.seq;
    },
  },
];
