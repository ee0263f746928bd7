import { eventWords } from '@sojourn/shared/session/event-words';
import { fingerprint } from '../seal.ts';
import type { Verdict } from '../verify.ts';
import { is, who, type Facts } from './facts.ts';
import { fields } from './fields.ts';
import { need, paragraph, section, type Sheet } from './sheet.ts';
import { ALARM, BODY, BODY_BOLD, inColour, LABEL } from './style.ts';
import { table } from './table.ts';
import { MISSING } from './typeset.ts';

export function drawAddenda(sheet: Sheet, { record, local, names }: Facts): void {
  const addenda = record.events.filter(is('addendum.written'));
  if (addenda.length === 0) return;
  section(sheet, 'Addenda', () =>
    table(
      sheet,
      [
        { head: 'Written', width: 120 },
        { head: 'By', width: 62 },
        { head: 'Words', width: 334 },
      ],
      addenda.map((entry) => ({
        cells: [local.full(entry.at), who(entry.actor), eventWords(entry, names).detail ?? ''],
      })),
    ),
  );
}

/** Eight digits are enough to see at a glance that two are not the same. */
export const short = (hash: string): string => `${hash.slice(0, 8)}…${hash.slice(-8)}`;

export const keysOf = ({ record }: Facts): string[] => [
  ...new Set(record.seals.map(({ publicKey }) => fingerprint(publicKey))),
];

export function drawVerify(sheet: Sheet, facts: Facts, verdict: Verdict): void {
  const { record, local, now } = facts;
  // Kept on one page, as long as the seals are few.
  need(sheet, 210);
  section(sheet, 'How to verify this', () => {
    if (verdict.holds) {
      paragraph(sheet, `The record was intact when this was drawn, ${local.full(now)}.`, BODY_BOLD);
    } else {
      const which = verdict.event === null ? 'It' : `Entry ${verdict.event}`;
      const words = `The record did not hold when this was drawn. ${which}: ${verdict.why}.`;
      paragraph(sheet, words, inColour(BODY_BOLD, ALARM));
    }
    sheet.y += 2;
    const how =
      'These pages are drawn from record.json of the same session. Each entry’s hash covers its text and every entry before it; a seal signs the last of them with the practice’s key. Whoever has record.json can check that nothing was changed, left out or added, by npm run record:verify -- record.json: it prints the fingerprint of the key, to be compared with the one below and with the one that the practice tells.';
    paragraph(sheet, how, BODY);
    sheet.y += 4;
    drawSeals(sheet, facts);
    sheet.y += 4;
    fields(
      sheet,
      [
        ['Session', record.sessionId],
        ['Last entry', `${record.events.length}, hash ${record.events.at(-1)?.hash ?? ''}`],
        ...keysOf(facts).map((key) => ['Key (SHA-256)', key] as const),
      ],
      1,
    );
    if (!sheet.missed) return;
    paragraph(
      sheet,
      `${MISSING} stands for words in a script that these pages cannot draw; record.json holds them exactly.`,
      LABEL,
    );
  });
}

function drawSeals(sheet: Sheet, { record, local }: Facts): void {
  table(
    sheet,
    [
      { head: 'Seal after entry', width: 84 },
      { head: 'Sealed', width: 132 },
      { head: 'Hash', width: 132 },
      { head: 'Key (SHA-256)', width: 168 },
    ],
    record.seals.map(({ seq, sealedAt, hash, publicKey }) => ({
      cells: [String(seq), local.full(sealedAt), short(hash), short(fingerprint(publicKey))],
    })),
  );
}
