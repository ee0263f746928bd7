import type { Recorded } from '../recorded.ts';
import type { Rejection } from '../rejection.ts';
import type { Result } from '../result.ts';
import type { SessionKind } from '../session/phase.ts';
import type { CareCommand } from './command.ts';
import { decideCare, decideSessionEnd } from './decide.ts';
import type { CareEvent } from './event.ts';
import { evolveCare } from './evolve.ts';
import type { OrderTerms } from './order.ts';
import { DEFAULT_POLICY, type PracticePolicy } from './practice.ts';
import type { CareState } from './state.ts';
import { testRecord, testTerms } from './test-care.ts';

/* Test support: a course of care that grows by commands, as in the server, without a database. */

export const BEGAN = Date.UTC(2026, 4, 4, 15, 0);
export const A_DAY = 86_400_000;

type Decided = Result<CareEvent[], Rejection>;

export class TestCourse {
  state: CareState;
  readonly record: Recorded<CareEvent>[] = [];
  now = BEGAN;
  policy: PracticePolicy = DEFAULT_POLICY;
  #presses = 0;

  constructor() {
    const event = { type: 'client.registered', clientId: 'c_1', record: testRecord() } as const;
    const first = { seq: 1, at: this.now, actor: 'therapist' as const, commandId: null, event };
    this.record.push(first);
    this.state = evolveCare(null, first);
  }

  write(actor: 'therapist' | 'system', events: readonly CareEvent[]): void {
    for (const event of events) {
      const entry = {
        seq: this.state.revision + 1,
        at: this.now,
        actor,
        commandId: null,
        event,
      };
      this.record.push(entry);
      this.state = evolveCare(this.state, entry);
    }
  }

  /** Presses; the events are recorded when accepted. A session that it makes is called as the press. */
  press(command: CareCommand, commandId = `press-${++this.#presses}`): Decided {
    this.now += 1_000;
    const { now, policy } = this;
    const context = { commandId, now, policy, newSessionId: commandId };
    const decided = decideCare(this.state, command, context);
    if (decided.ok) this.write('therapist', decided.value);
    return decided;
  }

  /** Presses what the test needs to be accepted. Returns the press's id. */
  must(command: CareCommand, commandId = `press-${++this.#presses}`): string {
    const decided = this.press(command, commandId);
    if (!decided.ok) throw new Error(`${command.type}: ${decided.error.message}`);
    return commandId;
  }

  /** What a session tells when it ends. */
  end(
    sessionId: string,
    phase: 'closed' | 'cancelled' = 'closed',
    stopsCourse: string | null = null,
    grounding = this.state.grounding,
  ): CareEvent[] {
    this.now += 1_000;
    const events = decideSessionEnd(this.state, { sessionId, phase, stopsCourse, grounding });
    this.write('system', events);
    return events;
  }

  schedule(kind: SessionKind, scheduledAt = this.now + A_DAY): Decided {
    return this.press({ type: 'session.schedule', kind, scheduledAt });
  }

  /** A session of this kind that took place. */
  held(kind: SessionKind, scheduledAt = this.now + A_DAY): string {
    const sessionId = this.must({ type: 'session.schedule', kind, scheduledAt });
    this.end(sessionId);
    return sessionId;
  }

  order(terms: Partial<OrderTerms> = {}, replaces: string | null = null): Decided {
    return this.press({
      type: 'order.write',
      replaces,
      terms: { ...testTerms(BEGAN), ...terms },
    });
  }

  clear(validUntil = BEGAN + 60 * A_DAY): void {
    this.must({
      type: 'screening.record',
      screening: {
        outcome: 'cleared',
        by: 'Dr. Okafor',
        decidedAt: BEGAN - A_DAY,
        validUntil,
      },
    });
  }

  /** Everything that a dosing session in the next weeks needs. */
  prepared(): this {
    this.clear();
    this.order();
    this.held('preparation');
    return this;
  }
}
