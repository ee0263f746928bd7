import { reject, type Rejection } from '../rejection.ts';
import { guardLines, missing, type Guard } from '../guard.ts';
import { refuseResolve, refuseSteps } from './alert-decide.ts';
import { refuseCallAnswer, refuseChaperoneCall } from './call.ts';
import { COMMAND_ROLES } from './command-roles.ts';
import type { Command, CommandType } from './command.ts';
import {
  orderAt,
  refuseConfirmation,
  refuseHoldEnd,
  refuseOldWord,
  refuseWithdraw,
  tabletsRefusal,
} from './dose.ts';
import { refuseDrillAnswer, refuseDrillStart } from './drill.ts';
import { boosterAllowed, boosterGuards, doseGuards } from './guard.ts';
import { refuseLine } from './line.ts';
import { refuseAdvance, refuseCancel, refuseStale } from './move.ts';
import { refuseMusicAnswer, refuseProposal } from './music.ts';
import { refusePaceAnswer } from './pace.ts';
import { refusePapers } from './papers-decide.ts';
import { refusePeople } from './people.ts';
import { isOver } from './phase.ts';
import { refuseAnswer, refuseOffer } from './prompt.ts';
import { refuseChaperoneSign, refuseRelease } from './release.ts';
import { THE_ROLE } from './role.ts';
import type { ChaperoneView, ClientView, LobbyView, SessionView, TherapistView } from './view.ts';
import { refuseVitals } from './vitals.ts';
import { refuseWatch } from './watch.ts';
import { words } from '../words.ts';

/*
 * What a person may do, asked of what they may know. A button asks `can`; the server decides by the
 * same function (CM1). Words in a rejection are for the person who asked.
 */

/** A session may be stopped while an alert is open: that alert is still answered and resolved (AL3). */
const ANSWERS_ALERT: readonly CommandType[] = [
  'alert.seen',
  'alert.silence',
  'alert.going',
  'alert.with_client',
  'alert.resolve',
];

/** @param now ms since the epoch, server's clock */
export const can = (view: SessionView, command: Command, now: number): boolean =>
  refusal(view, command, now) === null;

/** Why this viewer may not do this now, or null when they may. */
export function refusal(view: SessionView, command: Command, now: number): Rejection | null {
  const role = view.screen === 'lobby' ? view.role : view.screen;
  if (!COMMAND_ROLES[command.type].includes(role)) {
    return reject(
      'not_allowed',
      words('This is not something {who} does.', { who: THE_ROLE[role] }),
    );
  }
  if (isSessionOver(view) && !isAllowedAfter(view, command.type)) {
    return reject('session_over', words('This session has ended.'));
  }
  if (command.type === 'session.cancel' && command.stopsCourse && role !== 'client') {
    return reject('not_allowed', words('Only the client says that the whole treatment stops.'));
  }
  if (command.type === 'session.cancel' && view.screen !== 'lobby') return refuseCancel(view);
  switch (view.screen) {
    case 'lobby':
      return lobbyRefusal(view, command);
    case 'therapist':
      return therapistRefusal(view, command, now);
    case 'client':
      return clientRefusal(view, command);
    case 'chaperone':
      return chaperoneRefusal(view, command, now);
  }
}

const isSessionOver = (view: SessionView): boolean =>
  view.screen === 'lobby' ? view.over !== null : isOver(view.phase);

/** Alerts of a stopped session are still answered (PH7); a locked record is still added to (RC2). */
const isAllowedAfter = (view: SessionView, type: CommandType): boolean =>
  type === 'addendum.write' ||
  (view.screen !== 'lobby' && view.phase === 'cancelled' && ANSWERS_ALERT.includes(type));

const lobbyDesk = ({ papers }: LobbyView) => ({ papers, homeKnown: papers?.homeKnown ?? false });

function lobbyRefusal(view: LobbyView, command: Command): Rejection | null {
  switch (command.type) {
    case 'lobby.enter':
      return null;
    case 'session.cancel':
      // Who may still answer papers has taken nothing: they can stop from here, too (PH6).
      return view.papers || view.duties ? null : NOT_ADMITTED;
    case 'consent.sign':
    case 'consent.withdraw':
    case 'location.attest':
    case 'checklist.set':
    case 'fasting.report':
    case 'today.report':
    case 'intention.write':
    case 'phrase.write':
    case 'touch.agree':
    case 'avoid.mark':
    case 'booster.answer':
      return refusePapers(lobbyDesk(view), command);
    case 'chaperone.agree':
      return view.duties ? null : NOTHING_TO_AGREE;
    default:
      return NOT_ADMITTED;
  }
}

const NOT_ADMITTED = reject('not_admitted', words('Your therapist has not let you in yet.'));
const NOTHING_TO_AGREE = reject('wrong_phase', words('There is nothing to agree to now.'));

function unmetRefusal(what: string, guards: readonly Guard[]): Rejection | null {
  const unmet = missing(guards);
  if (unmet.length === 0) return null;
  return {
    code: 'guard_unmet',
    message: words('{what} still needs: {list}', { what, list: guardLines(unmet) }),
    missing: unmet,
  };
}

function therapistRefusal(view: TherapistView, command: Command, now: number): Rejection | null {
  switch (command.type) {
    case 'lobby.enter':
    case 'participant.admit':
    case 'participant.decline':
    case 'device.allow':
    case 'device.refuse':
      return refusePeople(view, command);
    case 'phase.advance':
      return refuseStale(view, command.expectedRevision) ?? refuseAdvance(view, command.to, now);
    case 'drill.start':
      return refuseDrillStart(view);
    case 'vitals.record':
    case 'vitals.strike':
    case 'vitals.override':
      return refuseVitals(view, command, now);
    case 'dose.start':
      return (
        refuseStale(view, command.expectedRevision) ??
        (view.phase === 'ready'
          ? null
          : reject('wrong_phase', words('The dose starts from Ready.'))) ??
        unmetRefusal(words('The dose'), doseGuards(view, now)) ??
        refuseOldWord(view, now) ??
        tabletsRefusal(orderAt(view, now)?.terms.tablets ?? null, command.tablets)
      );
    case 'dose.withdraw':
      return refuseWithdraw(view);
    case 'hold.end':
      return refuseHoldEnd(view);
    case 'booster.give':
      return (
        refuseStale(view, command.expectedRevision) ??
        (view.t0 === null ? reject('wrong_phase', words('A booster follows a dose.')) : null) ??
        unmetRefusal(words('A booster'), boosterGuards(view, now)) ??
        tabletsRefusal(boosterAllowed(view, now)?.tablets ?? null, command.tablets)
      );
    case 'look.record':
    case 'mark.record':
    case 'note.write':
      return refuseWatch(view, command);
    case 'release.tick':
    case 'release.sign':
    case 'session.hand_over':
    case 'addendum.write':
      return refuseRelease(view, command, now);
    case 'prompt.offer':
    case 'prompt.write':
    case 'prompt.next':
    case 'prompt.withdraw':
      return refuseOffer(view, command);
    case 'music.propose':
    case 'music.withdraw':
      return refuseProposal(view, command);
    case 'pace.answer':
      return refusePaceAnswer(view, command.signalId);
    case 'alert.raise':
      return command.kind === 'help'
        ? reject('not_allowed', words('Help is the client’s button.'))
        : null;
    case 'alert.resolve':
      return refuseResolve(view, command.alertId);
    case 'call.answer':
      return refuseCallAnswer(view, command.callId);
    case 'line.take':
    case 'line.leave':
      return refuseLine(view, command);
    default:
      return null;
  }
}

function clientRefusal(view: ClientView, command: Command): Rejection | null {
  switch (command.type) {
    case 'lobby.enter':
      return IN_ALREADY;
    case 'consent.sign':
    case 'consent.withdraw':
    case 'location.attest':
    case 'checklist.set':
    case 'fasting.report':
    case 'today.report':
    case 'intention.write':
    case 'phrase.write':
    case 'touch.agree':
    case 'avoid.mark':
    case 'booster.answer': {
      const { papers } = view;
      return refusePapers({ papers, homeKnown: papers?.homeKnown ?? false }, command);
    }
    case 'dose.ready':
    case 'dose.not_ready':
      return refuseConfirmation(view);
    case 'prompt.open':
    case 'prompt.shown':
    case 'prompt.step':
    case 'prompt.respond':
      return refuseAnswer(view, command);
    case 'music.answer':
      return refuseMusicAnswer(view, command.proposalId);
    case 'alert.raise':
      return command.kind === 'help'
        ? null
        : reject('not_allowed', words('Alerting the chaperone this way is the therapist’s.'));
    default:
      return null;
  }
}

const IN_ALREADY = reject('not_waiting', words('You are already in the room.'));

function chaperoneRefusal(view: ChaperoneView, command: Command, now: number): Rejection | null {
  switch (command.type) {
    case 'lobby.enter':
      return IN_ALREADY;
    case 'chaperone.agree':
      return view.duties ? null : NOTHING_TO_AGREE;
    case 'drill.answer':
      return refuseDrillAnswer(view, command.drillId);
    case 'release.sign':
      return refuseChaperoneSign(view, command.expectedRevision, now);
    case 'check.report':
    case 'call.ask':
      return refuseChaperoneCall(view, command);
    case 'alert.seen':
    case 'alert.silence':
    case 'alert.going':
    case 'alert.with_client':
      return refuseSteps(view, command.alertId);
    case 'line.take':
    case 'line.leave':
      return refuseLine(view, command);
    default:
      return null;
  }
}
