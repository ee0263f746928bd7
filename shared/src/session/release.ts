import { z } from 'zod';
import { guardLines, missing } from '../guard.ts';
import { reject, type Rejection } from '../rejection.ts';
import { unreachable } from '../result.ts';
import { moment, personName, typedLines, typedText } from '../text.ts';
import { Criterion } from './criterion.ts';
import { signingGuards } from './guard.ts';
import { isOver } from './phase.ts';
import { UNSIGNED } from './signatures.ts';
import type { SessionState } from './state.ts';
import type { ChaperoneView, TherapistView } from './view.ts';
import { timeRefusal } from './vitals.ts';
import { words } from '../words.ts';

/* The two exits after T0: a release that two people sign, or a hand-over to emergency services (RL). */

export const ReleaseCommand = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('release.tick'),
    criterion: Criterion,
    met: z.boolean(),
    /** What was seen or measured. */
    value: typedText(words('What you saw'), 160),
  }),
  /** `expectedRevision`: the revision on the signer's screen (RL3). */
  z.object({
    type: z.literal('release.sign'),
    name: personName(words('Your name')),
    expectedRevision: z.int().min(0),
  }),
  z.object({
    type: z.literal('session.hand_over'),
    /** Which service, and who of it. */
    to: typedText(words('Who took over'), 120),
    handedOverAt: moment(words('The time of the hand-over')),
    told: typedLines(words('What they were told'), 2_000),
  }),
  z.object({ type: z.literal('addendum.write'), words: typedLines(words('The addendum'), 4_000) }),
]);
export type ReleaseCommand = z.infer<typeof ReleaseCommand>;

const Signer = z.enum(['therapist', 'chaperone']);
export type Signer = z.infer<typeof Signer>;

export const ReleaseEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('release.ticked'),
    criterion: Criterion,
    met: z.boolean(),
    value: z.string(),
  }),
  z.object({ type: z.literal('release.signed'), role: Signer, name: z.string() }),
  z.object({
    type: z.literal('session.handed_over'),
    to: z.string(),
    handedOverAt: z.int(),
    told: z.string(),
  }),
  z.object({ type: z.literal('addendum.written'), words: z.string() }),
]);
export type ReleaseEvent = z.infer<typeof ReleaseEvent>;

export interface Release {
  criteria: Partial<Record<Criterion, { met: boolean; value: string; at: number }>>;
  /** The revision of the last tick: who signs from an older screen has not seen it (RL3). */
  tickedRevision: number;
  signatures: Record<Signer, { name: string; at: number } | null>;
  handedOver: { to: string; handedOverAt: number; told: string } | null;
}

export const NO_RELEASE: Release = {
  criteria: {},
  tickedRevision: 0,
  signatures: UNSIGNED,
  handedOver: null,
};

export function refuseRelease(
  view: TherapistView,
  command: ReleaseCommand,
  now: number,
): Rejection | null {
  switch (command.type) {
    case 'release.tick':
      return view.phase === 'release' ? null : NOT_RELEASE;
    case 'release.sign':
      return (
        signRefusal(view, now) ??
        refuseUnseen(view.release.tickedRevision, command.expectedRevision)
      );
    case 'session.hand_over':
      return view.t0 === null
        ? reject('wrong_phase', words('Before the dose a session is stopped, not handed over.'))
        : command.handedOverAt < view.t0
          ? reject('invalid', words('This time is before the dose.'), 'handedOverAt')
          : timeRefusal(command.handedOverAt, now, 'handedOverAt');
    case 'addendum.write':
      return isOver(view.phase)
        ? null
        : reject('wrong_phase', words('The record is still open: write a note instead.'));
    default:
      return unreachable(command);
  }
}

const NOT_RELEASE = reject('wrong_phase', words('The criteria are gone through in Release.'));

function signRefusal(view: TherapistView, now: number): Rejection | null {
  if (view.phase !== 'release') return NOT_RELEASE;
  const unmet = missing(signingGuards(view, now));
  if (unmet.length === 0) return null;
  return {
    code: 'guard_unmet',
    message: words('Not yet: {list}', { list: guardLines(unmet) }),
    missing: unmet,
  };
}

/** The chaperone signs what the therapist has gone through with them. */
export const refuseChaperoneSign = (
  { release }: ChaperoneView,
  expectedRevision: number,
  now: number,
): Rejection | null =>
  release !== null &&
  release.allMet &&
  release.observedUntil !== null &&
  now >= release.observedUntil
    ? refuseUnseen(release.tickedRevision, expectedRevision)
    : reject(
        'wrong_phase',
        words('There is nothing to sign yet. Your therapist goes through it with you.'),
      );

const refuseUnseen = (tickedRevision: number, expectedRevision: number): Rejection | null =>
  expectedRevision < tickedRevision
    ? reject(
        'stale',
        words('What you would sign has changed since your screen was drawn. Please read it.'),
      )
    : null;

export function decideRelease(
  role: Signer,
  command: ReleaseCommand,
): (ReleaseEvent | { type: 'phase.entered'; phase: 'closed' })[] {
  switch (command.type) {
    case 'release.tick': {
      const { criterion, met, value } = command;
      return [{ type: 'release.ticked', criterion, met, value }];
    }
    case 'release.sign':
      return [{ type: 'release.signed', role, name: command.name }];
    case 'session.hand_over': {
      const { to, handedOverAt, told } = command;
      return [
        { type: 'session.handed_over', to, handedOverAt, told },
        { type: 'phase.entered', phase: 'closed' },
      ];
    }
    case 'addendum.write':
      return [{ type: 'addendum.written', words: command.words }];
    default:
      return unreachable(command);
  }
}

export function evolveRelease(
  state: SessionState,
  event: ReleaseEvent,
  at: number,
  seq: number,
): SessionState {
  const { release } = state;
  const changed = (change: Partial<Release>): SessionState => ({
    ...state,
    release: { ...release, ...change },
  });
  switch (event.type) {
    case 'release.ticked': {
      const { criterion, met, value } = event;
      // Who signed, signed what stood there then.
      const criteria = { ...release.criteria, [criterion]: { met, value, at } };
      return changed({ criteria, tickedRevision: seq, signatures: UNSIGNED });
    }
    case 'release.signed':
      return changed({
        signatures: { ...release.signatures, [event.role]: { name: event.name, at } },
      });
    case 'session.handed_over': {
      const { to, handedOverAt, told } = event;
      return changed({ handedOver: { to, handedOverAt, told } });
    }
    case 'addendum.written':
      return state;
    default:
      return unreachable(event);
  }
}
