import { Criterion, CRITERION_WORDS } from '@sojourn/shared/session/criterion';
import { is, who, type Facts } from './facts.ts';
import { fields } from './fields.ts';
import { paragraph, section, type Sheet } from './sheet.ts';
import { ALARM, BODY, BODY_BOLD, BODY_MUTED, inColour } from './style.ts';
import { table } from './table.ts';

/** How a dosing session was left: the release, a hand-over, or a stop before the dose. */
export function drawRelease(sheet: Sheet, facts: Facts): void {
  drawStop(sheet, facts);
  drawHandOver(sheet, facts);
  const { criteria, signatures } = facts.state.release;
  if (Object.keys(criteria).length === 0 && !signatures.therapist && !signatures.chaperone) return;
  section(sheet, 'Release', () => {
    drawCriteria(sheet, facts);
    sheet.y += 4;
    drawSignatures(sheet, facts);
  });
}

function drawStop(sheet: Sheet, { record, local }: Facts): void {
  const stop = record.events.find(is('session.cancelled'));
  if (!stop) return;
  section(sheet, 'Stopped', () =>
    fields(
      sheet,
      [
        ['When', local.full(stop.at)],
        ['By', who(stop.actor)],
        ['Reason', stop.event.reason],
        [
          'Course of care',
          stop.event.stopsCourse ? 'The client wants it to stop as a whole.' : null,
        ],
      ],
      1,
    ),
  );
}

function drawHandOver(sheet: Sheet, { record, local }: Facts): void {
  const over = record.events.find(is('session.handed_over'));
  if (!over) return;
  section(sheet, 'Handed over', () =>
    fields(
      sheet,
      [
        ['To', over.event.to],
        ['At', local.full(over.event.handedOverAt)],
        ['Recorded', `${local.full(over.at)} by the ${who(over.actor).toLowerCase()}`],
        ['They were told', over.event.told],
      ],
      1,
    ),
  );
}

function drawCriteria(sheet: Sheet, { state, local }: Facts): void {
  const { criteria } = state.release;
  table(
    sheet,
    [
      { head: 'Criterion', width: 208 },
      { head: 'Met', width: 44 },
      { head: 'What was seen', width: 202 },
      { head: 'Time', width: 62 },
    ],
    Criterion.options.map((criterion) => {
      const ticked = criteria[criterion];
      if (!ticked) return { cells: [CRITERION_WORDS[criterion], '–', 'not gone through', ''] };
      const { met, value, at } = ticked;
      const style = met ? BODY : inColour(BODY_BOLD, ALARM);
      const answer = [{ text: met ? 'yes' : 'no', style }];
      return { cells: [CRITERION_WORDS[criterion], answer, value, local.time(at)] };
    }),
  );
}

function drawSignatures(sheet: Sheet, { state, local }: Facts): void {
  const { signatures } = state.release;
  const signed = (['therapist', 'chaperone'] as const).filter((role) => signatures[role]);
  if (signed.length === 0) return paragraph(sheet, 'Not signed.', BODY_MUTED);
  table(
    sheet,
    [
      { head: 'Signed by', width: 208 },
      { head: 'Name as it was typed', width: 246 },
      { head: 'Time', width: 62 },
    ],
    signed.map((role) => {
      const { name = '', at = 0 } = signatures[role] ?? {};
      return { cells: [who(role), [{ text: name, style: BODY_BOLD }], local.time(at)] };
    }),
  );
}
