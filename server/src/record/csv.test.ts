import type { RecordExport } from '@sojourn/shared/http/record-api';
import type { RecordedEvent, SessionEvent } from '@sojourn/shared/session/event';
import { EVERY_EVENT, everyEntry } from '@sojourn/shared/session/test-events';
import { BEGAN, creation, MINUTE } from '@sojourn/shared/session/test-session';
import { expect, test } from 'vitest';
import { recordCsv } from './csv.ts';

const exported = (events: RecordedEvent[]): RecordExport => ({
  format: 'sojourn-session-record',
  version: 1,
  sessionId: 's_1',
  events: events.map((entry) => ({ ...entry, hash: `hash-${entry.seq}` })),
  seals: [],
});

const written = (events: readonly SessionEvent[]): string =>
  recordCsv(
    exported(
      events.map((event, index) => ({
        seq: index + 1,
        at: BEGAN + index * MINUTE,
        actor: 'therapist',
        commandId: null,
        event,
      })),
    ),
  );

/** By RFC 4180, as a spreadsheet reads it. */
function parsed(csv: string): string[][] {
  const rows: string[][] = [[]];
  const cells = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gy;
  for (const [, raw = '', end] of csv.slice(1).matchAll(cells)) {
    rows.at(-1)?.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === '\r\n') rows.push([]);
  }
  expect(rows.pop()).toEqual([]);
  return rows;
}

const note = (words: string): SessionEvent => ({ type: 'note.written', words });
const details = (csv: string): (string | undefined)[] => parsed(csv).map((row) => row[6]);

test('[RC6] every event of the record is a row of twelve cells, behind a header and the mark of UTF-8', () => {
  const csv = recordCsv(exported(everyEntry()));
  const rows = parsed(csv);
  expect(csv.startsWith('\uFEFFseq,time,minutes_since_dose,actor,')).toBe(true);
  expect(rows).toHaveLength(everyEntry().length + 1);
  expect(rows.filter((row) => row.length !== 12)).toEqual([]);
  expect(rows.slice(1).map((row) => row[4])).toEqual(everyEntry().map(({ event }) => event.type));
  expect(rows.at(-1)?.at(-1)).toBe(`hash-${everyEntry().length}`);
});

test('[RC6] vitals stand as numbers, with when they were read and the minutes before and after the dose', () => {
  const reading = EVERY_EVENT['vitals.recorded'];
  const rows = parsed(
    written([creation('dosing'), reading, EVERY_EVENT['dose.taken'], { ...reading, spo2: null }]),
  );
  const iso = new Date(reading.takenAt).toISOString();
  expect(rows[2]).toEqual([
    '2',
    new Date(BEGAN + MINUTE).toISOString(),
    '-1',
    'therapist',
    'vitals.recorded',
    'Vitals 128/82 mmHg, 76/min, SpO2 98%',
    `read by the chaperone, upper-arm cuff; read at ${iso}`,
    '128',
    '82',
    '76',
    '98',
    'hash-2',
  ]);
  expect(rows[3]?.[2]).toBe('0');
  expect(rows[4]?.slice(7, 11)).toEqual(['128', '82', '76', '']);
});

test('[RC6] quotes, commas, line ends and emoji come back as they were written', () => {
  const words = ['She said "no, not yet", twice', 'Line one\nline two', 'Tränen 😢, 静か, سلام'];
  expect(details(written(words.map(note))).slice(1)).toEqual(words);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\n=1', '＝1+1', '=HYPERLINK("x","y")'])(
  '[RC6] %j is text for a spreadsheet, never a formula',
  (words) => expect(details(written([note(words)]))[1]).toBe(`'${words}`),
);

test('[RC6] a name that is a formula is text, too, whichever cell it begins', () => {
  const name = '=cmd|" /C calc"!A0';
  const entered: SessionEvent = { type: 'lobby.entered', role: 'client', name, phone: null };
  expect(parsed(written([creation('dosing'), entered]))[2]?.[5]).toBe(
    `'${name} waits in the lobby`,
  );
});
