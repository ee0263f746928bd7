import { ageAt } from '@sojourn/shared/care/client-record';
import { mgOf } from '@sojourn/shared/session/dose';
import { HOLD_END_WORDS } from '@sojourn/shared/session/event-words-dose';
import { sessionWords } from '@sojourn/shared/session/event-words';
import { phaseTitle } from '@sojourn/shared/session/phase';
import type { Facts } from './facts.ts';
import { fields } from './fields.ts';
import {
  BODY_WIDTH,
  content,
  decoration,
  element,
  label,
  PAGE,
  paragraph,
  type Sheet,
} from './sheet.ts';
import {
  ALARM,
  BODY_BOLD,
  FIGURE,
  inColour,
  LABEL,
  RULE,
  SMALL,
  SUBTITLE,
  TITLE,
} from './style.ts';

export const documentTitle = ({ state }: Facts): string => `${sessionWords(state.kind)} record`;

/** How the session ended, or where it stands. */
function outcome({ state, ended, local }: Facts): string {
  const { handedOver } = state.release;
  if (handedOver)
    return `Handed over to ${handedOver.to} at ${local.time(handedOver.handedOverAt)}`;
  if (ended === null) return `Still open, in ${phaseTitle(state.phase)}`;
  if (state.phase === 'cancelled') return `Stopped at ${local.time(ended)}`;
  return state.kind === 'dosing'
    ? `Released, and closed at ${local.time(ended)}`
    : `Closed at ${local.time(ended)}`;
}

/** Practice, title, who, and when: the top of the first page. */
export function drawHead(sheet: Sheet, facts: Facts, holds: boolean): void {
  const { state, local, began, ended, names } = facts;
  const { record } = state.care;
  const age = ageAt(record.birthDate, began);
  const client = `${names.client || record.firstName}${age === null ? '' : `, ${age} years`}`;
  const until = ended === null ? '' : ` – ${local.time(ended)}`;
  paragraph(sheet, state.practiceName, LABEL);
  sheet.y += 3;
  paragraph(sheet, documentTitle(facts), TITLE, 'H1');
  paragraph(sheet, `${client}  ·  ${local.day(began)}, ${local.time(began)}${until}`, SUBTITLE);
  sheet.y += 6;
  const order = facts.order?.terms;
  fields(sheet, [
    ['Therapist', names.therapist],
    ['Chaperone', names.chaperone || null],
    ['Client born', record.birthDate && birthday(record.birthDate)],
    ['Prescriber', order ? `${order.prescriberName}, ${order.prescriberLicence}` : null],
    ['Allergies', record.allergies],
    ['Conditions', record.conditions],
    ['Outcome', outcome(facts)],
    ['Times', local.zone(began)],
  ]);
  if (holds) return;
  const warning =
    'This record did not hold when it was drawn: it was changed or cut. See the last page.';
  paragraph(sheet, warning, inColour(BODY_BOLD, ALARM));
}

/** "Nov 2, 1979": a date without a zone. */
const birthday = (date: string): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString('en-US', {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });

/** The few figures that one looks for first. */
export function drawFigures(sheet: Sheet, facts: Facts): void {
  const { state, t0, mg, local, ended, order } = facts;
  const { taken } = state.dose;
  const [dose] = taken;
  if (t0 === null || !dose || !order) return;
  const booster = taken.find(({ kind }) => kind === 'booster');
  const held = dose.holdEndedAt === null ? null : Math.round((dose.holdEndedAt - dose.at) / 60_000);
  const last = taken.at(-1)?.at ?? t0;
  const { booster: allowed, observationMinutes } = order.terms;
  drawBoxes(sheet, [
    ['Medicine taken', `${mg} mg`, `first dose at ${local.time(t0)}`],
    [
      'Hold',
      held === null ? '–' : `${held} min`,
      dose.holdEnd ? HOLD_END_WORDS[dose.holdEnd] : 'not ended',
    ],
    [
      'Booster',
      booster ? `${mgOf(booster)} mg` : 'none',
      booster ? `at ${local.time(booster.at)}` : allowed ? 'allowed, not given' : 'not ordered',
    ],
    [
      'After the last dose',
      ended === null ? '–' : `${Math.floor((ended - last) / 60_000)} min`,
      `at least ${observationMinutes} min ordered`,
    ],
    [
      'Whole session',
      ended === null ? 'open' : `${Math.floor((ended - facts.began) / 60_000)} min`,
      '',
    ],
  ]);
}

function drawBoxes(sheet: Sheet, boxes: readonly (readonly [string, string, string])[]): void {
  const width = BODY_WIDTH / boxes.length;
  const top = sheet.y + 6;
  decoration(sheet, () => {
    for (const y of [top, top + 46]) {
      sheet.doc.moveTo(PAGE.left, y).lineTo(PAGE.right, y).lineWidth(0.8).stroke(RULE);
    }
  });
  for (const [index, [name, figure, more]] of boxes.entries()) {
    const x = PAGE.left + index * width;
    element(sheet, 'P', () =>
      content(sheet, () => {
        label(sheet, name, LABEL, x, top + 12);
        label(sheet, figure, FIGURE, x, top + 28);
        label(sheet, more, SMALL, x, top + 39);
      }),
    );
  }
  sheet.y = top + 50;
}
