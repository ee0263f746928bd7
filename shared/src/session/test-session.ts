import type { Result } from '../result.ts';
import type { Command, SystemCommand } from './command.ts';
import { decide, decideSystem } from './decide.ts';
import type { RecordedEvent, SessionEvent } from './event.ts';
import { evolve } from './evolve.ts';
import { nextPhase, type Phase, type SessionKind } from './phase.ts';
import type { Rejection } from './rejection.ts';
import type { Actor, GuestRole, Role } from './role.ts';
import type { SessionState } from './state.ts';

/* Test support: a session that grows by commands, as in the server, without a database. */

export const BEGAN = Date.UTC(2026, 4, 4, 15, 0);
export const ROLES = ['therapist', 'client', 'chaperone'] as const;
export const PHASES: Record<'dosing' | 'preparation', readonly Phase[]> = {
  dosing: [
    ...(['setup', 'ready', 'hold', 'onset', 'journey', 'return', 'integration'] as const),
    ...(['release', 'closed', 'cancelled'] as const),
  ],
  preparation: ['arrival', 'talk', 'closed', 'cancelled'],
};

export const creation = (
  kind: SessionKind,
): Extract<SessionEvent, { type: 'session.created' }> => ({
  type: 'session.created',
  sessionId: 's_1',
  kind,
  practiceName: 'Juniper Lane',
  scheduledAt: BEGAN,
  people: {
    therapist: { name: 'Maya', phone: '+13035550101', mediaIdentity: 'p_t' },
    client: { name: 'Robin', phone: null, mediaIdentity: 'p_c' },
    chaperone: { name: 'Sam', phone: '+13035550147', mediaIdentity: 'p_s' },
  },
  rooms: { opening: 'r_1', therapy: 'r_2', closing: 'r_3' },
});

export class TestSession {
  state: SessionState;
  readonly record: RecordedEvent[] = [];
  now = BEGAN;
  #presses = 0;

  constructor(kind: SessionKind = 'dosing', created: SessionEvent = creation(kind)) {
    const first = {
      seq: 1,
      at: this.now,
      actor: 'therapist' as const,
      commandId: null,
      event: created,
    };
    this.record.push(first);
    this.state = evolve(null, first);
  }

  /** Writes events into the record without asking `decide`, for states that it would not lead to. */
  write(actor: Actor, commandId: string | null, events: readonly SessionEvent[]): void {
    for (const event of events) {
      const entry = { seq: this.state.revision + 1, at: this.now, actor, commandId, event };
      this.record.push(entry);
      this.state = evolve(this.state, entry);
    }
  }

  /** Presses; the events are recorded when accepted. */
  press(
    role: Role,
    command: Command,
    commandId = `press-${++this.#presses}`,
  ): Result<SessionEvent[], Rejection> {
    this.now += 1_000;
    const decided = decide(this.state, role, command, { commandId });
    if (decided.ok) this.write(role, commandId, decided.value);
    return decided;
  }

  /** Presses what the test needs to be accepted. Returns the press's id. */
  must(role: Role, command: Command, commandId = `press-${++this.#presses}`): string {
    const decided = this.press(role, command, commandId);
    if (!decided.ok) throw new Error(`${role} ${command.type}: ${decided.error.message}`);
    return commandId;
  }

  system(command: SystemCommand): SessionEvent[] {
    this.now += 1_000;
    const events = decideSystem(this.state, command);
    this.write('system', null, events);
    return events;
  }

  connect(role: Role, connectionId = `${role}-1`): void {
    this.system({ type: 'presence.connect', role, connectionId });
  }

  lose(role: Role, connectionId = `${role}-1`): void {
    this.system({ type: 'presence.disconnect', role, connectionId });
  }

  letIn(role: GuestRole): void {
    this.must(role, { type: 'lobby.enter', name: role === 'client' ? 'Robin' : 'Sam' });
    this.must('therapist', { type: 'participant.admit', role });
  }

  advance(
    to: Phase | null = nextPhase(this.state.kind, this.state.phase),
  ): Result<SessionEvent[], Rejection> {
    if (to === null) throw new Error('There is no next phase');
    return this.press('therapist', {
      type: 'phase.advance',
      to,
      expectedRevision: this.state.revision,
    });
  }

  startDose(): Result<SessionEvent[], Rejection> {
    return this.press('therapist', { type: 'dose.start', expectedRevision: this.state.revision });
  }

  /** By legal moves only. */
  goTo(phase: Phase): this {
    while (this.state.phase !== phase) {
      const before = this.state.revision;
      if (phase === 'cancelled')
        this.press('client', { type: 'session.cancel', reason: 'Not today' });
      else if (this.state.phase === 'ready') {
        this.startDose();
        this.press('client', { type: 'dose.ready' });
      } else this.advance();
      if (this.state.revision === before)
        throw new Error(`No way from ${this.state.phase} to ${phase}`);
    }
    return this;
  }
}

/** All three connected and in the room. */
export function everybodyIn(kind: SessionKind = 'dosing', created?: SessionEvent): TestSession {
  const session = new TestSession(kind, created ?? creation(kind));
  for (const role of ROLES) session.connect(role);
  session.letIn('client');
  session.letIn('chaperone');
  return session;
}
