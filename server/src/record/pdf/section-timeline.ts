import { eventWords } from '@sojourn/shared/session/event-words';
import type { EventTone } from '@sojourn/shared/session/event-words-parts';
import type { EventType } from '@sojourn/shared/session/event';
import { minute, who, type Entry, type Facts } from './facts.ts';
import { paragraph, section, type Sheet } from './sheet.ts';
import { BODY, BODY_BOLD, LABEL, TONE_INK } from './style.ts';
import { table, type Cell, type Column, type Row } from './table.ts';

/** How people and pages came to be where they are: it explains no decision, and fills pages. */
const LEFT_OUT: ReadonlySet<EventType> = new Set<EventType>([
  'lobby.entered',
  'participant.admitted',
  'participant.declined',
  'device.asked',
  'device.allowed',
  'device.refused',
  'checklist.ticked',
  'checklist.unticked',
  'prompt.shown',
  'prompt.replaced',
]);

export function drawTimeline(sheet: Sheet, facts: Facts): void {
  const { events } = facts.record;
  const shown = events.filter(({ event }) => !LEFT_OUT.has(event.type));
  const left = events.length - shown.length;
  section(sheet, 'Timeline', () => {
    table(sheet, columnsOf(facts), rowsOf(facts, shown));
    sheet.y += 3;
    const rest = left === 0 ? 'All' : `${shown.length} of ${events.length}`;
    const where =
      left === 0
        ? ''
        : ' Not listed: admission, second browsers, single ticks of the checklist, and prompts as they reached the screen; record.csv and record.json hold them.';
    paragraph(sheet, `${rest} entries of the record.${where}`, LABEL);
  });
}

/** Minutes are counted from a dose: without one there is no such column. */
const columnsOf = ({ t0 }: Facts): Column[] => [
  { head: 'No.', width: 30, align: 'right' },
  { head: 'Time', width: 56 },
  ...(t0 === null ? [] : [{ head: 'Min', width: 34, align: 'right' } as const]),
  { head: 'Who', width: 62 },
  { head: 'What', width: t0 === null ? 368 : 334 },
];

const rowOf = (facts: Facts, when: Cell[], whose: Cell, what: Cell): Row['cells'] =>
  facts.t0 === null ? [...when.slice(0, 2), whose, what] : [...when, whose, what];

function rowsOf(facts: Facts, entries: readonly Entry[]): Row[] {
  const { local } = facts;
  let day = '';
  return entries.flatMap((entry) => {
    const today = local.day(entry.at);
    const begun = today !== day;
    day = today;
    const heading = rowOf(facts, ['', '', ''], '', [{ text: today, style: BODY_BOLD }]);
    return [...(begun ? [{ cells: heading, band: true }] : []), entryRow(facts, entry)];
  });
}

function entryRow(facts: Facts, entry: Entry): Row {
  const { local, names, began, ended } = facts;
  const { seq, at, actor, event } = entry;
  const { title, detail, tone, time } = eventWords(entry, names);
  const strong = STRONG.has(tone) || event.type === 'phase.entered';
  const moment = time && `${time.label} ${momentWords(facts, at, time.at)}`;
  const below =
    event.type === 'addendum.written'
      ? 'In full under Addenda.'
      : [detail, moment].filter((words) => words !== null).join('; ');
  const within = at >= began && (ended === null || at <= ended);
  return {
    mark: TONE_INK[tone],
    cells: rowOf(
      facts,
      [[{ text: String(seq), style: LABEL }], local.time(at), within ? minute(facts, at) : ''],
      [{ text: who(actor), style: LABEL }],
      strong
        ? [
            { text: title, style: BODY_BOLD },
            { text: below, style: BODY },
          ]
        : [title, below].filter((words) => words !== '').join(' · '),
    ),
  };
}

const STRONG: ReadonlySet<EventTone> = new Set<EventTone>(['dose', 'alert', 'note']);

const momentWords = ({ local }: Facts, at: number, moment: number): string =>
  local.date(at) === local.date(moment) ? local.time(moment) : local.full(moment);
