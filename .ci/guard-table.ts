import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Guard } from '@sojourn/shared/guard';
import { boosterGuards, entryGuards } from '@sojourn/shared/session/guard';
import { phaseTitle, type Phase, type SessionKind } from '@sojourn/shared/session/phase';
import { testFacts } from '@sojourn/shared/care/test-care';
import { BEGAN, creation, TestSession } from '@sojourn/shared/session/test-session';
import { therapistView } from '@sojourn/shared/session/view';

/* docs/GUARDS.md, drawn from the guards themselves: `npm run guards:table`. */

export const FILE = fileURLToPath(new URL('../docs/GUARDS.md', import.meta.url));

const HEAD = `# What each entry needs

Drawn from \`shared/src/session/guard.ts\` by \`npm run guards:table\`; a test fails when it is not current.
The server refuses a move by these guards, and the therapist's checklist shows them (GD1, GD2).
`;

/** A session in which no guard is met, so that every one says what it waits for. */
function bare(kind: SessionKind): TestSession {
  const care = { ...testFacts(BEGAN), screening: null, orders: [], stopped: true };
  const record = { ...care.record, emergencyContacts: [], dispatchLine: null };
  const session = new TestSession(kind, { ...creation(kind), care: { ...care, record } });
  session.write('client', 'press', [
    {
      type: 'alert.raised',
      alertId: 'a',
      kind: 'help',
      priority: 'high',
      reason: null,
      by: 'client',
    },
  ]);
  return session;
}

function table(title: string, guards: readonly Guard[]): string {
  const rows = guards.map(({ guard, turn, words }) => `| \`${guard}\` | ${turn} | ${words} |`);
  return `\n## ${title}\n\n| guard | turn | while it is not met |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

export function guardTable(): string {
  const dosing = therapistView(bare('dosing').state);
  const talking = therapistView(bare('preparation').state);
  const entry = (phase: Phase) => table(phaseTitle(phase), entryGuards(dosing, phase, BEGAN));
  return [
    HEAD,
    entry('setup'),
    entry('ready'),
    table('Hold: T0, with both confirmations', entryGuards(dosing, 'hold', BEGAN)),
    table('A booster', boosterGuards(dosing, BEGAN)),
    entry('onset'),
    entry('return'),
    entry('integration'),
    entry('closed'),
    table('Talk, in a session without medicine', entryGuards(talking, 'talk', BEGAN)),
    '\nJourney and Release need nothing: the therapist moves.\n',
  ].join('');
}

if (import.meta.main) writeFileSync(FILE, guardTable());
