import type { CareFacts } from '../care/facts.ts';
import { orderInForce } from '../care/order.ts';
import { missing } from '../guard.ts';
import type { Rejection } from '../rejection.ts';
import { err, ok, unreachable, type Result } from '../result.ts';
import { isSame } from '../same.ts';
import { answeredByPhone, decideAlert } from './alert-decide.ts';
import { isOpen } from './alert.ts';
import { decideCall } from './call.ts';
import { refusal } from './can.ts';
import type { Command, SystemCommand } from './command.ts';
import { decideDelivery } from './delivery.ts';
import { decideDose, orderAt, tabletsRefusal, withdrawReady, withdrawStart } from './dose.ts';
import { decideDrill } from './drill.ts';
import type { SessionEvent } from './event.ts';
import { doseGuards } from './guard.ts';
import { decideLine } from './line.ts';
import { decideMove } from './move.ts';
import { decidePace } from './pace.ts';
import { decidePapers } from './papers-decide.ts';
import { decidePeople, decidePeopleSystem } from './people.ts';
import { isOver } from './phase.ts';
import { decideMusic } from './music.ts';
import { decidePrompt } from './prompt-decide.ts';
import { absentAtDose, decidePulse } from './pulse.ts';
import { decideRelease } from './release.ts';
import type { Role } from './role.ts';
import type { SessionState } from './state.ts';
import { fireDue } from './timer.ts';
import { therapistView, view } from './view.ts';
import { decideVitals } from './vitals.ts';
import { decideWatch } from './watch.ts';

/** What a decision may know beside state and command. */
export interface Context {
  /** The press. Alerts and offers take it as their own id, so that one press makes one of them (ES2). */
  commandId: string;
  /** ms since the epoch, server's clock: the time that the events will have. */
  now: number;
}

/**
 * The session decider: what happens when `role` asks for `command`. No events means that it was
 * already so, and is accepted without effect.
 */
export function decide(
  state: SessionState,
  role: Role,
  command: Command,
  context: Context,
): Result<SessionEvent[], Rejection> {
  const refused = refusal(view(state, role), command, context.now);
  return refused ? err(refused) : ok(eventsOf(state, role, command, context));
}

/** Called only for commands that `refusal` lets through. */
function eventsOf(
  state: SessionState,
  role: Role,
  command: Command,
  { commandId, now }: Context,
): SessionEvent[] {
  switch (command.type) {
    case 'lobby.enter':
    case 'participant.admit':
    case 'participant.decline':
    case 'device.allow':
    case 'device.refuse':
      return decidePeople(role, command);
    case 'phase.advance':
    case 'session.cancel':
      return decideMove(command);
    case 'consent.sign':
    case 'consent.withdraw':
    case 'location.attest':
    case 'checklist.set':
    case 'fasting.report':
    case 'today.report':
    case 'intention.write':
    case 'phrase.write':
    case 'touch.agree':
    case 'booster.answer':
    case 'avoid.mark':
    case 'chaperone.agree':
      return decidePapers(state, command);
    case 'drill.start':
    case 'drill.answer':
      return decideDrill(state, command, commandId);
    case 'vitals.record':
    case 'vitals.strike':
    case 'vitals.override':
      return decideVitals(state, command, { commandId, now });
    case 'dose.start':
    case 'dose.withdraw':
    case 'dose.ready':
    case 'dose.not_ready':
    case 'hold.end':
    case 'booster.give': {
      const known = therapistView(state);
      const order = orderAt(known, now);
      // DO5: the order may have become another since the start.
      const tooMany = tabletsRefusal(order?.terms.tablets ?? null, state.dose.tablets ?? 0);
      const unmet = tooMany !== null || missing(doseGuards(known, now)).length > 0;
      const boosterOrder = orderInForce(state.care.orders, now);
      const events = decideDose(state, command, { order, boosterOrder, unmet, now });
      const isTaken = events.some(({ type }) => type === 'dose.taken');
      return isTaken ? [...events, ...absentAtDose(state, now)] : events;
    }
    case 'look.record':
    case 'mark.record':
    case 'note.write':
      return decideWatch(command);
    case 'release.tick':
    case 'release.sign':
    case 'session.hand_over':
    case 'addendum.write': {
      const events = decideRelease(role === 'chaperone' ? 'chaperone' : 'therapist', command);
      return command.type === 'session.hand_over'
        ? [...resolvedByHandOver(state), ...events]
        : events;
    }
    case 'prompt.offer':
    case 'prompt.write':
    case 'prompt.next':
    case 'prompt.withdraw':
    case 'prompt.open':
    case 'prompt.shown':
    case 'prompt.step':
    case 'prompt.respond':
      return decidePrompt(state, command, { commandId, now });
    case 'music.propose':
    case 'music.withdraw':
    case 'music.answer':
    case 'music.report':
      return decideMusic(state, command, commandId);
    case 'pace.signal':
    case 'pace.answer':
      return decidePace(state, command, { commandId, now });
    case 'alert.raise':
    case 'alert.seen':
    case 'alert.silence':
    case 'alert.going':
    case 'alert.with_client':
    case 'alert.resolve':
      return decideAlert(state, role, command, { commandId, now });
    case 'check.report':
    case 'call.ask':
    case 'call.answer':
      return decideCall(state, command, commandId);
    case 'line.take':
    case 'line.leave':
      return decideLine(role, command);
    default:
      return unreachable(command);
  }
}

/** RL4: emergency services are with the client, which answers every alert. */
const resolvedByHandOver = ({ alerts }: SessionState): SessionEvent[] =>
  alerts
    .filter(isOpen)
    .map(({ alertId }) => ({ type: 'alert.resolved', alertId, because: 'handed_over' }));

/**
 * What the server itself notices. It is always accepted.
 * @param now ms since the epoch, server's clock: the time that the events will have
 */
export function decideSystem(
  state: SessionState,
  command: SystemCommand,
  now: number,
): SessionEvent[] {
  // A closed record is locked: what the server notices afterwards is no part of it (RC2).
  if (state.phase === 'closed') return [];
  switch (command.type) {
    case 'care.note':
      return noteCare(state, command.care, now);
    case 'timers.fire':
      return fireDue(state, now);
    case 'alert.answer':
      return answeredByPhone(state, command);
    case 'delivery.note':
    case 'channels.note':
    case 'pushes.note':
      return decideDelivery(state, command);
    case 'pulse.note':
    case 'sound.note':
    case 'media.note':
      return decidePulse(state, command, now);
    default:
      return decidePeopleSystem(state, command);
  }
}

function noteCare(state: SessionState, care: CareFacts, now: number): SessionEvent[] {
  // A record that is over says what was known then.
  if (isOver(state.phase) || isSame(state.care, care)) return [];
  const orderIs = ({ orders }: CareFacts) => orderInForce(orders, now);
  // DO5: two people confirmed another order than the one that is now in force.
  const changed = !isSame(orderIs(state.care), orderIs(care));
  return [
    { type: 'care.noted', care },
    ...(changed ? [...withdrawStart(state, 'order_changed'), ...withdrawReady(state)] : []),
  ];
}
