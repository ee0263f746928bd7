import { testFacts } from '../care/test-care.ts';
import type { Rejection } from '../rejection.ts';
import type { Result } from '../result.ts';
import type { Command, SystemCommand } from './command.ts';
import { ConsentDocument, consentVersion } from './consent.ts';
import { Criterion } from './criterion.ts';
import { decide, decideSystem } from './decide.ts';
import type { RecordedEvent, SessionCreated, SessionEvent } from './event.ts';
import { evolve } from './evolve.ts';
import { ChecklistItem } from './papers.ts';
import { nextPhase, phaseLine, type Phase, type SessionKind } from './phase.ts';
import type { Actor, GuestRole, Role } from './role.ts';
import type { SessionState } from './state.ts';

/* Test support: a session that grows by commands, as in the server, without a database. */

export const BEGAN = Date.UTC(2026, 4, 4, 15, 0);
export const MINUTE = 60_000;
export const ROLES = ['therapist', 'client', 'chaperone'] as const;
export const PHASES: Record<'dosing' | 'preparation', readonly Phase[]> = {
  dosing: [...phaseLine('dosing'), 'cancelled'],
  preparation: [...phaseLine('preparation'), 'cancelled'],
};

export const creation = (kind: SessionKind): SessionCreated => ({
  type: 'session.created',
  sessionId: 's_1',
  kind,
  practiceName: 'Juniper Lane',
  scheduledAt: BEGAN,
  people: {
    therapist: { name: 'Maya', phone: '+13035550101', mediaIdentity: 'p_t' },
    client: { name: 'Robin', phone: '+13035550111', mediaIdentity: 'p_c' },
    chaperone: { name: 'Sam', phone: '+13035550147', mediaIdentity: 'p_s' },
  },
  rooms: { opening: 'r_1', therapy: 'r_2', closing: 'r_3', line: 'r_4' },
  care: testFacts(BEGAN),
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
    const decided = decide(this.state, role, command, { commandId, now: this.now });
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
    const events = decideSystem(this.state, command, this.now);
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

  startDose(tablets = 2): Result<SessionEvent[], Rejection> {
    return this.press('therapist', {
      type: 'dose.start',
      tablets,
      expectedRevision: this.state.revision,
    });
  }

  giveBooster(tablets = 1): Result<SessionEvent[], Rejection> {
    return this.press('therapist', {
      type: 'booster.give',
      tablets,
      expectedRevision: this.state.revision,
    });
  }

  sign(document: ConsentDocument): void {
    const version = consentVersion(document);
    this.must('client', { type: 'consent.sign', document, version, name: 'Robin' });
  }

  /** Vitals now: 122/78, 72 unless the test says otherwise. */
  measure(systolic = 122, diastolic = 78, heartRate = 72): Result<SessionEvent[], Rejection> {
    return this.press('therapist', {
      type: 'vitals.record',
      systolic,
      diastolic,
      heartRate,
      spo2: 98,
      readBy: 'chaperone',
      method: 'upper_arm_cuff',
      takenAt: this.now,
    });
  }

  /** All that the client and the chaperone answer before the session. */
  doPapers(): this {
    for (const document of ConsentDocument.options) this.sign(document);
    this.must('client', { type: 'location.attest', elsewhere: null });
    for (const item of ChecklistItem.options) {
      this.must('client', { type: 'checklist.set', item, done: true });
    }
    this.must('client', { type: 'fasting.report', hours: 5 });
    this.must('client', { type: 'today.report', took: null });
    this.must('client', { type: 'intention.write', words: 'To listen' });
    this.must('client', { type: 'phrase.write', words: 'The sea is near' });
    this.must('client', { type: 'touch.agree', touch: 'hand' });
    this.must('client', { type: 'booster.answer', agreed: true });
    this.must('chaperone', { type: 'chaperone.agree', name: 'Sam', phone: '+13035550147' });
    return this;
  }

  drill(): void {
    const drillId = this.must('therapist', { type: 'drill.start' });
    this.must('chaperone', { type: 'drill.answer', drillId, heard: true });
  }

  /** Meets what entering `to` needs, as far as people's presses can. */
  meet(to: Phase): void {
    if (this.state.kind !== 'dosing') {
      if (to === 'talk') this.must('client', { type: 'location.attest', elsewhere: null });
      return;
    }
    if (to === 'setup') this.doPapers();
    if (to === 'ready') this.drill();
    if (to === 'hold') this.measure();
    if (to === 'onset') this.must('therapist', { type: 'hold.end', how: 'spat' });
    if (to === 'return') {
      this.must('therapist', { type: 'mark.record', mark: 'speaks' });
      this.must('therapist', { type: 'mark.record', mark: 'eyes_open' });
    }
    if (to === 'integration') this.must('therapist', { type: 'mark.record', mark: 'oriented' });
    if (to === 'closed') this.release();
  }

  /** Every criterion, the observation time, both signatures. */
  release(): void {
    for (const criterion of Criterion.options) {
      this.must('therapist', { type: 'release.tick', criterion, met: true, value: 'As it should' });
    }
    this.now += 121 * MINUTE;
    this.must('therapist', this.signing('Maya'));
    this.must('chaperone', this.signing('Sam'));
  }

  /** Signs what stands there now. */
  signing(name: string): Command {
    return { type: 'release.sign', name, expectedRevision: this.state.revision };
  }

  /** By legal moves only. */
  goTo(phase: Phase): this {
    while (this.state.phase !== phase) {
      const before = this.state.phase;
      if (phase === 'cancelled')
        this.press('client', { type: 'session.cancel', reason: 'Not today' });
      else {
        const next = nextPhase(this.state.kind, before);
        if (next === null) throw new Error(`No way from ${before} to ${phase}`);
        this.meet(next);
        if (next === 'hold') {
          this.startDose();
          this.press('client', { type: 'dose.ready' });
        } else this.advance(next);
      }
      if (this.state.phase === before) throw new Error(`No way from ${before} to ${phase}`);
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
