import { addressLine } from '@sojourn/shared/care/client-record';
import { stateName } from '@sojourn/shared/care/us-state';
import { ConsentDocument, consentText } from '@sojourn/shared/session/consent';
import {
  boosterWords,
  CHECKLIST_WORDS,
  TOUCH_WORDS,
} from '@sojourn/shared/session/event-words-papers';
import { ChecklistItem } from '@sojourn/shared/session/papers';
import { is, type Facts } from './facts.ts';
import { fields, type Field } from './fields.ts';
import { section, type Sheet } from './sheet.ts';
import { table } from './table.ts';

/** What was signed, answered and checked before the dose. */
export function drawBefore(sheet: Sheet, facts: Facts): void {
  const answers = answersOf(facts);
  const consents = facts.record.events.filter(is('consent.signed', 'consent.withdrawn'));
  if (consents.length === 0 && answers.every(([, value]) => value === null)) return;
  section(sheet, 'Before the session', () => {
    if (consents.length > 0) drawConsents(sheet, facts);
    sheet.y += 4;
    fields(sheet, answers, 1);
  });
}

function drawConsents(sheet: Sheet, { state, local, record }: Facts): void {
  const withdrawals = record.events.filter(is('consent.withdrawn'));
  const rows = ConsentDocument.options.map((document) => {
    const { title } = consentText(document);
    const signed = state.papers.consents[document];
    if (signed) {
      const { name, version, language, at } = signed;
      const read = language === 'es' ? ', read in Spanish' : '';
      return { cells: [title, version, `signed “${name}”${read}`, local.full(at)] };
    }
    const withdrawn = withdrawals.findLast(({ event }) => event.document === document);
    return withdrawn
      ? { cells: [title, '', 'withdrawn', local.full(withdrawn.at)] }
      : { cells: [title, '', 'not signed', ''] };
  });
  table(
    sheet,
    [
      { head: 'Consent', width: 180 },
      { head: 'Text', width: 56 },
      { head: 'Signature', width: 162 },
      { head: 'Time', width: 118 },
    ],
    rows,
  );
}

function answersOf({ state, local }: Facts): Field[] {
  const { papers, drill, kind } = state;
  const { location, fasting, today, chaperone } = papers;
  const done = ChecklistItem.options.filter((item) => papers.checklist[item] !== undefined);
  const open = ChecklistItem.options.filter((item) => papers.checklist[item] === undefined);
  const words = (items: readonly ChecklistItem[]) =>
    items.map((item) => CHECKLIST_WORDS[item]).join(', ');
  const drilled = drill?.answeredAt ? `, ${local.time(drill.answeredAt)}` : '';
  const passed = { sounding: 'not answered', passed: 'heard', failed: 'not heard' };
  return [
    [
      'Address',
      location &&
        `${location.place === 'home' ? 'At home' : 'Elsewhere'}: ${addressLine(location.address)} (${stateName(location.state)}), confirmed ${local.full(location.at)}`,
    ],
    ['At the door', location?.address.doorNotes ?? null],
    ['Checked', done.length > 0 ? words(done) : null],
    ['Not checked', kind === 'dosing' && open.length > 0 ? words(open) : null],
    ['Without food', fasting && `${fasting.hours} h, said ${local.time(fasting.at)}`],
    ['Taken today', today && `${today.took ?? 'nothing'} (said ${local.time(today.at)})`],
    ['Intention', papers.intention],
    ['Own words', papers.phrase],
    ['Touch', papers.touch && TOUCH_WORDS[papers.touch]],
    ['Booster', papers.boosterAgreed === null ? null : boosterWords(papers.boosterAgreed)],
    [
      'Chaperone',
      chaperone && `agreed to the duties as “${chaperone.name}”, ${local.full(chaperone.at)}`,
    ],
    ['Alarm drill', drill && `${passed[drill.state]}${drilled}`],
  ];
}
