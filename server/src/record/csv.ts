import type { RecordExport } from '@sojourn/shared/http/record-api';
import { eventWords } from '@sojourn/shared/session/event-words';
import { namesIn } from '@sojourn/shared/session/event-words-parts';

const COLUMNS = [
  'seq',
  'time',
  'minutes_since_dose',
  'actor',
  'type',
  'what',
  'detail',
  'systolic_mmhg',
  'diastolic_mmhg',
  'heart_rate_per_min',
  'spo2_percent',
  'hash',
];

/** Spreadsheets take UTF-8 for what it is only behind this mark. */
const BYTE_ORDER_MARK = '\uFEFF';

const iso = (at: number): string => new Date(at).toISOString();

/** The record as a table for spreadsheets: RFC 4180, one event a row, times in UTC (RC6). */
export function recordCsv({ events }: RecordExport): string {
  const names = namesIn(events);
  const t0 = events.find(({ event }) => event.type === 'dose.taken')?.at;
  const rows = events.map((entry) => {
    const { seq, at, actor, event, hash } = entry;
    const { title, detail, time } = eventWords(entry, names);
    const moment = time && `${time.label} ${iso(time.at)}`;
    const details = [detail, moment].filter((words) => words !== null).join('; ');
    const vitals =
      event.type === 'vitals.recorded'
        ? [event.systolic, event.diastolic, event.heartRate, event.spo2]
        : [null, null, null, null];
    // Negative before the dose, so that the readings before it can be sorted and plotted.
    const minutes = t0 === undefined ? null : Math.floor((at - t0) / 60_000);
    return [seq, iso(at), minutes, actor, event.type, title, details, ...vitals, hash];
  });
  const lines = [COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`);
  return `${BYTE_ORDER_MARK}${lines.join('')}`;
}

/** What a spreadsheet would take for a formula, in any width, and run. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const inert = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
