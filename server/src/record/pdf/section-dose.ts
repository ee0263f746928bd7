import { mgOf, orderAt, strengthOf } from '@sojourn/shared/session/dose';
import { HOLD_END_WORDS } from '@sojourn/shared/session/event-words-dose';
import { tabletsWords } from '@sojourn/shared/session/event-words-parts';
import type { Order, VitalsLimits } from '@sojourn/shared/care/order';
import { minute, type Facts } from './facts.ts';
import { fields } from './fields.ts';
import { paragraph, section, type Sheet } from './sheet.ts';
import { BODY_BOLD, BODY_MUTED } from './style.ts';
import { table } from './table.ts';

export function drawDose(sheet: Sheet, facts: Facts): void {
  const { state, began, ended, now } = facts;
  if (state.kind !== 'dosing') return;
  section(sheet, 'Dose and order', () => {
    drawTaken(sheet, facts);
    const order = orderAt({ dose: state.dose, care: state.care }, ended ?? Math.min(began, now));
    if (order) drawOrder(sheet, facts, order);
    else paragraph(sheet, 'No order was in force.', BODY_MUTED);
  });
}

function drawTaken(sheet: Sheet, facts: Facts): void {
  const { state, local, mg, order } = facts;
  const { taken } = state.dose;
  if (taken.length === 0 || !order) {
    return paragraph(sheet, 'No medicine was taken.', BODY_BOLD);
  }
  const rows = taken.map(({ kind, tablets, at, holdEnd, holdEndedAt, order: its }) => ({
    cells: [
      kind === 'dose' ? 'Dose (T0)' : 'Booster',
      local.time(at),
      minute(facts, at),
      `${tablets} × ${strengthOf({ order: its })} mg`,
      `${mgOf({ tablets, order: its })} mg`,
      holdEndedAt === null || holdEnd === null
        ? 'not ended'
        : `${Math.round((holdEndedAt - at) / 60_000)} min, ${HOLD_END_WORDS[holdEnd]} at ${local.time(holdEndedAt)}`,
    ],
  }));
  const sum = { cells: ['Together', '', '', '', `${mg} mg`, ''], style: BODY_BOLD };
  table(
    sheet,
    [
      { head: 'Taken', width: 92 },
      { head: 'Time', width: 66 },
      { head: 'Min', width: 40, align: 'right' },
      { head: 'Tablets', width: 80 },
      { head: 'Amount', width: 62, align: 'right' },
      { head: 'Hold', width: 176 },
    ],
    taken.length > 1 ? [...rows, sum] : rows,
  );
  sheet.y += 4;
}

/** "systolic 90–140, diastolic 50–90 mmHg; heart rate 50–100/min; SpO2 at least 94%". */
function limitsWords({ systolic, diastolic, heartRate, spo2Min }: VitalsLimits): string {
  const span = ({ min, max }: { min: number; max: number }) => `${min}–${max}`;
  const oxygen = spo2Min === null ? '' : `; SpO2 at least ${spo2Min}%`;
  return `systolic ${span(systolic)}, diastolic ${span(diastolic)} mmHg; heart rate ${span(heartRate)}/min${oxygen}`;
}

function drawOrder(sheet: Sheet, { local }: Facts, order: Order): void {
  const { terms, version, writtenAt } = order;
  const { booster } = terms;
  fields(sheet, [
    ['Medicine', `${terms.medicine} ${terms.form}, ${terms.strengthMg} mg each`],
    [
      'Ordered',
      `${tabletsWords(terms.tablets)}, hold ${terms.holdMinutes} min, then ${terms.afterHold}`,
    ],
    ['Vitals limits', limitsWords(terms.limits)],
    [
      'Booster',
      booster ? `${tabletsWords(booster.tablets)}, from minute ${booster.earliestMinute}` : 'none',
    ],
    ['Observation', `at least ${terms.observationMinutes} min after the last dose`],
    [
      'Prescriber',
      `${terms.prescriberName}, ${terms.prescriberLicence}, ${terms.prescriberPhone.replaceAll(' ', '\u00A0')}`,
    ],
    ['Order', `version ${version}, written ${local.date(writtenAt)}`],
    // It ends at the midnight after its last day.
    ['Valid', `${local.date(terms.validFrom)} – ${local.date(terms.validUntil - 1)}`],
  ]);
}
