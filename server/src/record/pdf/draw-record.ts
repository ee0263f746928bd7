import { verifyRecord } from '../verify.ts';
import { factsOf, type Facts } from './facts.ts';
import type { Drawing } from './render-worker.ts';
import { drawAlerts } from './section-alerts.ts';
import { drawBefore } from './section-before.ts';
import { drawDose } from './section-dose.ts';
import { documentTitle, drawFigures, drawHead } from './section-head.ts';
import { drawRelease } from './section-release.ts';
import { drawTimeline } from './section-timeline.ts';
import { drawAddenda, drawVerify, keysOf, short } from './section-verify.ts';
import { drawVitals } from './section-vitals.ts';
import { createSheet, finished, label, onEachPage, PAGE, type Sheet } from './sheet.ts';
import { SMALL } from './style.ts';
import { MISSING } from './typeset.ts';

/** The pages that one hands to a prescriber: what matters first, the whole course after it (RC6). */
export function drawRecord({ record, state, now, keys }: Drawing): Promise<Buffer> {
  const facts = factsOf(record, state, now);
  const sheet = createSheet(
    `${documentTitle(facts)}, ${facts.local.date(facts.began)}`,
    `Session ${record.sessionId}`,
    now,
  );
  const verdict = verifyRecord(record, ...keys);
  drawHead(sheet, facts, verdict.holds);
  drawFigures(sheet, facts);
  drawDose(sheet, facts);
  drawVitals(sheet, facts);
  drawAlerts(sheet, facts);
  drawRelease(sheet, facts);
  drawBefore(sheet, facts);
  drawTimeline(sheet, facts);
  drawAddenda(sheet, facts);
  drawVerify(sheet, facts, verdict);
  drawFeet(sheet, facts);
  return finished(sheet);
}

function drawFeet(sheet: Sheet, facts: Facts): void {
  const { record } = facts;
  const head = record.events.at(-1);
  const key = keysOf(facts).at(-1);
  const seal = [
    ...(head ? [`entry ${head.seq}, hash ${short(head.hash)}`] : []),
    ...(key ? [`key ${short(key)}`] : []),
    ...(sheet.missed ? [`${MISSING} cannot be drawn here: see record.json`] : []),
  ];
  onEachPage(sheet, (page, pages) => {
    const [upper, lower] = [PAGE.bottom + 18, PAGE.bottom + 28];
    label(sheet, `Session ${record.sessionId}`, SMALL, PAGE.left, upper);
    label(sheet, seal.join('  ·  '), SMALL, PAGE.left, lower);
    label(sheet, `Page ${page} of ${pages}`, SMALL, PAGE.right, upper, 'right');
    label(sheet, `Drawn ${facts.local.full(facts.now)}`, SMALL, PAGE.right, lower, 'right');
  });
}
