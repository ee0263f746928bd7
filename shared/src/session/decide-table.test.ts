import { describe, expect, test } from 'vitest';
import type { RejectionCode } from '../rejection.ts';
import type { CommandType } from './command.ts';
import type { Phase } from './phase.ts';
import type { Role } from './role.ts';
import { buildCommand, COMMAND_TYPES } from './test-commands.ts';
import { everybodyIn, PHASES, ROLES } from './test-session.ts';

type Line = readonly [dosing: string, talking: string];

/*
 * Who may do what, when. Written from the rules, not from the code. A column is a phase; + is allowed,
 * a letter is the refusal. Whoever has no line: not_allowed. What a guard asks beside the phase is met
 * in all of them; guard-table.test.ts has the guards.
 */
const CODE: Record<string, RejectionCode> = {
  m: 'illegal_move',
  p: 'wrong_phase',
  // That a booster belongs to onset and journey is itself one of its guards (DO6).
  g: 'guard_unmet',
  e: 'session_over',
};

//   dosing: arrival setup ready | hold onset journey return integration release | closed cancelled
//     else: arrival talk | closed cancelled
const OPEN: Line = ['+++ ++++++ ee', '++ ee'];
const BEFORE_T0: Line = ['+++ pppppp ee', '++ ee'];
const AFTER_T0: Line = ['ppp ++++++ ee', 'pp ee'];
const READY: Line = ['pp+ pppppp ee', 'pp ee'];
const RELEASE: Line = ['ppp ppppp+ ee', 'pp ee'];
/** Who stops a session may do so with an alert open: it must still be answered and resolved (PH7). */
const ALERT_STEPS: Line = ['+++ ++++++ e+', '++ e+'];

const therapist = (line: Line) => ({ therapist: line });
const client = (line: Line) => ({ client: line });
const chaperone = (line: Line) => ({ chaperone: line });

const TABLE: Record<CommandType, Partial<Record<Role, Line>>> = {
  'lobby.enter': { client: OPEN, chaperone: OPEN },
  'participant.admit': therapist(OPEN),
  'participant.decline': therapist(OPEN),
  'device.allow': therapist(OPEN),
  'device.refuse': therapist(OPEN),
  'phase.advance': therapist(['++m ++++++ ee', '++ ee']),
  'session.cancel': { therapist: BEFORE_T0, client: BEFORE_T0, chaperone: BEFORE_T0 },
  'consent.sign': client(BEFORE_T0),
  'consent.withdraw': client(BEFORE_T0),
  'location.attest': client(BEFORE_T0),
  'checklist.set': client(BEFORE_T0),
  'fasting.report': client(BEFORE_T0),
  'today.report': client(BEFORE_T0),
  'intention.write': client(BEFORE_T0),
  'phrase.write': client(BEFORE_T0),
  'touch.agree': client(BEFORE_T0),
  'booster.answer': client(BEFORE_T0),
  'avoid.mark': client(BEFORE_T0),
  // Without medicine there is no duty to agree to.
  'chaperone.agree': chaperone(['+++ pppppp ee', 'pp ee']),
  'drill.start': therapist(BEFORE_T0),
  'drill.answer': chaperone(OPEN),
  'vitals.record': therapist(OPEN),
  'vitals.strike': therapist(OPEN),
  'vitals.override': therapist(OPEN),
  'dose.start': therapist(READY),
  'dose.withdraw': therapist(READY),
  'dose.ready': client(READY),
  'dose.not_ready': client(READY),
  'hold.end': therapist(AFTER_T0),
  'booster.give': therapist(['ppp g++ggg ee', 'pp ee']),
  'look.record': therapist(AFTER_T0),
  'mark.record': therapist(OPEN),
  'note.write': therapist(OPEN),
  'release.tick': therapist(RELEASE),
  'release.sign': { therapist: RELEASE, chaperone: RELEASE },
  'session.hand_over': therapist(AFTER_T0),
  'addendum.write': therapist(['ppp pppppp ++', 'pp ++']),
  'prompt.offer': therapist(OPEN),
  'prompt.write': therapist(OPEN),
  'prompt.next': therapist(OPEN),
  'prompt.withdraw': therapist(OPEN),
  'prompt.open': client(OPEN),
  'prompt.shown': client(OPEN),
  'prompt.step': client(OPEN),
  'prompt.respond': client(OPEN),
  'music.propose': therapist(OPEN),
  'music.withdraw': therapist(OPEN),
  'music.answer': client(OPEN),
  'music.report': client(OPEN),
  'pace.signal': client(OPEN),
  'pace.answer': therapist(OPEN),
  'alert.raise': { therapist: OPEN, client: OPEN },
  'alert.seen': chaperone(ALERT_STEPS),
  'alert.silence': chaperone(ALERT_STEPS),
  'alert.going': chaperone(ALERT_STEPS),
  'alert.with_client': chaperone(ALERT_STEPS),
  'alert.resolve': therapist(ALERT_STEPS),
  'check.report': chaperone(AFTER_T0),
  'call.ask': chaperone(OPEN),
  'call.answer': therapist(OPEN),
  'line.take': { therapist: OPEN, chaperone: OPEN },
  'line.leave': { therapist: OPEN, chaperone: OPEN },
};

/** A state in this phase in which nothing but role and phase could forbid the command, and the command. */
function prepare(kind: keyof typeof PHASES, phase: Phase, role: Role, type: CommandType) {
  const session = everybodyIn(kind);
  if (phase !== 'cancelled') session.goTo(phase);
  const command = buildCommand(session, role, type);
  if (phase === 'cancelled') {
    session.write('system', null, [{ type: 'session.cancelled', reason: 'Not today' }]);
  }
  return { session, command };
}

describe.each(['dosing', 'preparation'] as const)('in a %s session', (kind) => {
  const columns = PHASES[kind].map((phase, at) => ({ phase, at }));
  const place = kind === 'dosing' ? 0 : 1;
  describe.each(COMMAND_TYPES)('%s', (type) => {
    test.each(ROLES)(
      '[CM2 PH1 PH2 PH6 PH7 AL1 GR1 DO4] %s is let do this in exactly the phases of the table',
      (role) => {
        const line = TABLE[type][role]?.[place].replaceAll(' ', '');
        expect(line?.length ?? columns.length).toBe(columns.length);
        for (const { phase, at } of columns) {
          const { session, command } = prepare(kind, phase, role, type);
          const before = session.record.length;
          const decided = session.press(role, command);
          const mark = line?.[at];
          const code = mark === undefined ? 'not_allowed' : CODE[mark];
          const refused = { code, message: expect.stringMatching(/^[A-Z].*\.$/s) as string };
          expect({ phase, decided }).toMatchObject({
            phase,
            decided: mark === '+' ? { ok: true } : { ok: false, error: refused },
          });
          // A refusal leaves nothing; what is allowed here does something.
          expect({ phase, written: session.record.length > before }).toEqual({
            phase,
            written: mark === '+',
          });
        }
      },
    );
  });
});
