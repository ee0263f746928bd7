import { orderAt } from '@sojourn/shared/session/dose';
import { METHOD_WORDS } from '@sojourn/shared/session/event-words-clinic';
import type { Reading } from '@sojourn/shared/session/vitals';
import { beyondWords } from '@sojourn/shared/session/vitals-words';
import { drawChart } from './chart.ts';
import { minute, who, type Facts } from './facts.ts';
import { paragraph, section, type Sheet } from './sheet.ts';
import { ALARM, BODY, BODY_MUTED, inColour, LABEL, MUTED } from './style.ts';
import { table, type Cell, type Row } from './table.ts';

export function drawVitals(sheet: Sheet, facts: Facts): void {
  const { readings, order } = facts;
  if (readings.length === 0) return;
  section(sheet, 'Vitals', () => {
    if (order) drawChart(sheet, facts, order.terms.limits);
    table(
      sheet,
      [
        { head: 'Time', width: 58 },
        { head: 'Min', width: 34, align: 'right' },
        { head: 'mmHg', width: 50, align: 'right' },
        { head: 'Per min', width: 44, align: 'right' },
        { head: 'SpO2 %', width: 48, align: 'right' },
        { head: 'Read by', width: 62 },
        { head: 'How', width: 86 },
        { head: 'Against the order', width: 134 },
      ],
      readings.map((reading) => rowOf(facts, reading)),
    );
    sheet.y += 3;
    drawOverrides(sheet, facts);
  });
}

function rowOf(facts: Facts, reading: Reading): Row {
  const { local } = facts;
  const { systolic, diastolic, heartRate, spo2, readBy, method, takenAt, struck } = reading;
  const row: Row = {
    cells: [
      local.time(takenAt),
      minute(facts, takenAt),
      `${systolic}/${diastolic}`,
      String(heartRate),
      spo2 === null ? '–' : String(spo2),
      who(readBy),
      METHOD_WORDS[method],
      struck === null ? against(facts, reading) : `struck: ${struck}`,
    ],
  };
  return struck === null ? row : { ...row, style: BODY_MUTED };
}

function against({ state }: Facts, reading: Reading): Cell {
  const order = orderAt({ dose: state.dose, care: state.care }, reading.takenAt);
  if (!order) return [{ text: 'no order', style: inColour(BODY, MUTED) }];
  const beyond = beyondWords(reading, order.terms.limits);
  return beyond === '' ? 'within' : [{ text: beyond, style: inColour(BODY, ALARM) }];
}

/** What a prescriber decided on readings outside the order, in the words that were recorded. */
function drawOverrides(sheet: Sheet, { overrides, readings, local }: Facts): void {
  for (const { readingId, prescriberName, reason, spokenAt } of overrides) {
    const reading = readings.find((known) => known.readingId === readingId);
    const of = reading ? ` on the reading of ${local.time(reading.takenAt)}` : '';
    paragraph(
      sheet,
      `${prescriberName} decided${of}, spoken at ${local.time(spokenAt)}: ${reason}`,
      BODY,
    );
  }
  if (readings.some(({ struck }) => struck !== null)) {
    paragraph(
      sheet,
      'Struck readings were entered in error. They are not drawn, and do not count.',
      LABEL,
    );
  }
}
