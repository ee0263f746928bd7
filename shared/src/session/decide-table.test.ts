import { describe, expect, test } from 'vitest';
import type { Command, CommandType } from './command.ts';
import type { Phase } from './phase.ts';
import type { RejectionCode } from '../rejection.ts';
import type { Role } from './role.ts';
import { everybodyIn, PHASES, ROLES, type TestSession } from './test-session.ts';

/*
 * Who may do what, when. Written from the rules, not from the code. A column is a phase; + is allowed,
 * a letter is the refusal: m illegal_move, p wrong_phase, e session_over. Whoever has no line: not_allowed.
 *
 *                      dosing: setup ready hold onset journey return integration release closed cancelled
 *                        else: arrival talk closed cancelled
 */
const TABLE: Record<
  CommandType,
  Partial<Record<Role, readonly [dosing: string, talking: string]>>
> = {
  'lobby.enter': { client: ['++++++++ee', '++ee'], chaperone: ['++++++++ee', '++ee'] },
  'participant.admit': { therapist: ['++++++++ee', '++ee'] },
  'participant.decline': { therapist: ['++++++++ee', '++ee'] },
  'device.allow': { therapist: ['++++++++ee', '++ee'] },
  'device.refuse': { therapist: ['++++++++ee', '++ee'] },
  'phase.advance': { therapist: ['+m++++++ee', '++ee'] },
  'dose.start': { therapist: ['p+ppppppee', 'ppee'] },
  'dose.withdraw': { therapist: ['p+ppppppee', 'ppee'] },
  'dose.ready': { client: ['p+ppppppee', 'ppee'] },
  'dose.not_ready': { client: ['p+ppppppee', 'ppee'] },
  'session.cancel': {
    therapist: ['++ppppppee', '++ee'],
    client: ['++ppppppee', '++ee'],
    chaperone: ['++ppppppee', '++ee'],
  },
  'prompt.offer': { therapist: ['++++++++ee', '++ee'] },
  'prompt.withdraw': { therapist: ['++++++++ee', '++ee'] },
  'prompt.open': { client: ['++++++++ee', '++ee'] },
  'prompt.shown': { client: ['++++++++ee', '++ee'] },
  'prompt.respond': { client: ['++++++++ee', '++ee'] },
  'alert.raise': { therapist: ['++++++++ee', '++ee'], client: ['++++++++ee', '++ee'] },
  // Who stops a session may do so with an alert open: it must still be answered and resolved.
  'alert.seen': { chaperone: ['++++++++e+', '++e+'] },
  'alert.going': { chaperone: ['++++++++e+', '++e+'] },
  'alert.with_client': { chaperone: ['++++++++e+', '++e+'] },
  'alert.resolve': { therapist: ['++++++++e+', '++e+'] },
};

const CODE: Record<string, RejectionCode> = {
  m: 'illegal_move',
  p: 'wrong_phase',
  e: 'session_over',
};

/** The step after each phase, where a move leads. */
const AFTER: Partial<Record<Phase, Phase>> = {
  setup: 'ready',
  ready: 'hold',
  hold: 'onset',
  onset: 'journey',
  journey: 'return',
  return: 'integration',
  integration: 'release',
  release: 'closed',
  arrival: 'talk',
  talk: 'closed',
};

/** A state in this phase in which nothing but role and phase could forbid the command, and the command. */
function prepare(kind: keyof typeof PHASES, phase: Phase, role: Role, type: CommandType) {
  const session = everybodyIn(kind);
  if (phase === 'cancelled') return { session, command: build(session, role, type, phase) };
  session.goTo(phase);
  return { session, command: build(session, role, type, phase) };
}

function build(session: TestSession, role: Role, type: CommandType, phase: Phase): Command {
  const write = session.write.bind(session, 'system', null);
  const alert = () => {
    write([
      {
        type: 'alert.raised',
        alertId: 'a1',
        kind: 'please_come',
        priority: 'medium',
        reason: null,
        by: 'therapist',
      },
    ]);
    return 'a1';
  };
  const offer = () => {
    write([{ type: 'prompt.offered', offerId: 'o1', promptId: 'feet', by: 'therapist' }]);
    return 'o1';
  };
  const ask = () => {
    write([{ type: 'device.asked', requestId: 'd1', role: 'client' }]);
    return 'd1';
  };
  const command = ((): Command => {
    switch (type) {
      case 'lobby.enter':
        if (role !== 'therapist') write([{ type: 'participant.declined', role }]);
        return { type, name: 'Robin' };
      case 'participant.admit':
      case 'participant.decline':
        write([{ type: 'lobby.entered', role: 'chaperone', name: 'Sam', phone: null }]);
        return { type, role: 'chaperone' };
      case 'device.allow':
      case 'device.refuse':
        return { type, requestId: ask() };
      case 'phase.advance':
        return { type, to: AFTER[phase] ?? 'closed', expectedRevision: session.state.revision };
      case 'dose.start':
        return { type, expectedRevision: session.state.revision };
      case 'dose.withdraw':
        if (session.state.dose.t0 === null) write([{ type: 'dose.started' }]);
        if (phase !== 'ready') write([{ type: 'dose.start_withdrawn', because: 'therapist' }]);
        return { type };
      case 'session.cancel':
        return { type, reason: 'Not today' };
      case 'prompt.offer':
      case 'prompt.open':
        return { type, promptId: 'feet' };
      case 'prompt.withdraw':
      case 'prompt.shown':
        return { type, offerId: offer() };
      case 'prompt.respond':
        return { type, offerId: offer(), response: 'keep' };
      case 'alert.raise':
        return { type, kind: role === 'client' ? 'help' : 'go_now' };
      case 'alert.seen':
      case 'alert.going':
      case 'alert.with_client':
      case 'alert.resolve':
        // A session cannot be closed with an open alert, so that there is none to answer in closed.
        return { type, alertId: alert() };
      case 'dose.ready':
        return { type };
      case 'dose.not_ready':
        if (phase === 'ready') write([{ type: 'dose.client_ready' }]);
        return { type };
    }
  })();
  if (phase === 'cancelled') write([{ type: 'session.cancelled', reason: 'Not today' }]);
  return command;
}

describe.each(['dosing', 'preparation'] as const)('in a %s session', (kind) => {
  const column = kind === 'dosing' ? 0 : 1;
  describe.each(Object.keys(TABLE) as CommandType[])('%s', (type) => {
    test.each(ROLES)(
      '[CM2 PH1 PH2 PH6 AL1 GR1] %s is let do this in exactly the phases of the table',
      (role) => {
        const line = TABLE[type][role]?.[column];
        for (const [at, phase] of PHASES[kind].entries()) {
          const { session, command } = prepare(kind, phase, role, type);
          const before = session.record.length;
          const decided = session.press(role, command);
          const mark = line?.[at];
          const code = mark === undefined ? 'not_allowed' : CODE[mark];
          const refused = { code, message: expect.stringMatching(/^[A-Z].*\.$/) as string };
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
