import fc from 'fast-check';
import { missing } from '../guard.ts';
import { RaiseKind } from './alert.ts';
import type { Command } from './command.ts';
import { ConsentDocument } from './consent.ts';
import { Criterion } from './criterion.ts';
import { HoldEnd } from './dose.ts';
import { boosterGuards, entryGuards, signingGuards } from './guard.ts';
import { ChecklistItem, TouchAgreement } from './papers.ts';
import { MusicProposal, MusicSource } from './music.ts';
import { Phase } from './phase.ts';
import { GuestRole, type Role } from './role.ts';
import type { SessionState } from './state.ts';
import { onward, reading, signed, type Onward } from './test-onward.ts';
import { grounding } from './test-steps-grounding.ts';
import { ROLES } from './test-session.ts';
import { alertId, at, noticed, pick, type SystemStep } from './test-steps-system.ts';
import { therapistView } from './view.ts';
import { Mark } from './watch.ts';

/* Test support: any command of anybody, made concrete when the state that it speaks of is known. */

export type Step =
  | { by: Role; command: (state: SessionState, now: number) => Command }
  | SystemStep
  | { by: 'time'; minutes: number };

const spoken = (now: number): Command => ({
  type: 'vitals.override',
  prescriberName: 'Dr. Okafor',
  prescriberPhone: '+13035550133',
  reason: 'Known white-coat reading',
  spokenAt: now,
});
const person = (
  command: fc.Arbitrary<(state: SessionState, now: number) => Command>,
): fc.Arbitrary<Step> => fc.record({ by: fc.constantFrom(...ROLES), command });
const plain = (...commands: Command[]) =>
  person(fc.constantFrom(...commands).map((command) => () => command));
const guest = fc.constantFrom(...GuestRole.options);
const document = fc.constantFrom(...ConsentDocument.options);

const utah = { street: '1 Salt St', city: 'Provo', state: 'UT', zip: '84601', doorNotes: null };

const pressed: fc.Arbitrary<Step> = fc.oneof(
  plain({ type: 'lobby.enter', name: 'Alex', phone: '12345' }, { type: 'drill.start' }),
  person(guest.map((role) => () => ({ type: 'participant.admit', role }))),
  person(guest.map((role) => () => ({ type: 'participant.decline', role }))),
  person(
    fc
      .tuple(fc.constantFrom('device.allow' as const, 'device.refuse' as const), pick)
      .map(([type, place]) => (s) => ({
        type,
        requestId: at(
          s.devices.map((d) => d.requestId),
          place,
        ),
      })),
  ),
  person(
    fc.tuple(fc.constantFrom(...Phase.options), pick).map(([to, behind]) => (s) => ({
      type: 'phase.advance',
      to,
      expectedRevision: Math.max(0, s.revision - behind),
    })),
  ),
  person(
    fc
      .tuple(fc.constantFrom('dose.start' as const, 'booster.give' as const), fc.nat(3), pick)
      .map(([type, tablets, behind]) => (s) => ({
        type,
        tablets: tablets + 1,
        expectedRevision: Math.max(0, s.revision - behind),
      })),
  ),
  plain({ type: 'dose.withdraw' }, { type: 'dose.ready' }, { type: 'dose.not_ready' }),
  person(fc.constantFrom(...HoldEnd.options).map((how) => () => ({ type: 'hold.end', how }))),
  person(document.map((d) => () => signed(d))),
  person(document.map((d) => () => ({ type: 'consent.withdraw', document: d }))),
  plain(
    { type: 'location.attest', elsewhere: null },
    { type: 'location.attest', elsewhere: utah as never },
    { type: 'fasting.report', hours: 3 },
    { type: 'today.report', took: 'Coffee' },
    { type: 'intention.write', words: 'To listen' },
    { type: 'phrase.write', words: 'The sea' },
    { type: 'booster.answer', agreed: true },
    { type: 'booster.answer', agreed: false },
    { type: 'chaperone.agree', name: 'Sam', phone: '12345' },
  ),
  person(
    fc
      .constantFrom(...TouchAgreement.options)
      .map((touch) => () => ({ type: 'touch.agree', touch })),
  ),
  person(
    fc.tuple(fc.constantFrom(...ChecklistItem.options), fc.boolean()).map(([item, done]) => () => ({
      type: 'checklist.set',
      item,
      done,
    })),
  ),
  person(
    fc.boolean().map((heard) => (s) => ({
      type: 'drill.answer',
      drillId: s.drill?.drillId ?? 'nothing',
      heard,
    })),
  ),
  person(
    fc.tuple(fc.constantFrom(122, 150, 170, 85), fc.constantFrom(-20, -4, 0, 1, 10)).map(
      ([systolic, minutes]) =>
        (_s, now) =>
          reading(now + minutes * 60_000, systolic),
    ),
  ),
  person(
    pick.map((place) => (s) => ({
      type: 'vitals.strike',
      readingId: at(
        s.vitals.readings.map((r) => r.readingId),
        place,
      ),
      reason: 'Mistyped',
    })),
  ),
  person(fc.constant((_s: SessionState, now: number) => spoken(now))),
  plain({ type: 'look.record' }, { type: 'note.write', words: 'Calm breathing' }),
  person(fc.constantFrom(...Mark.options).map((mark) => () => ({ type: 'mark.record', mark }))),
  person(
    fc.tuple(fc.constantFrom(...Criterion.options), fc.boolean()).map(([criterion, met]) => () => ({
      type: 'release.tick',
      criterion,
      met,
      value: 'Seen',
    })),
  ),
  person(
    pick.map((behind) => (s) => ({
      type: 'release.sign',
      name: 'Somebody',
      expectedRevision: Math.max(0, s.revision - behind),
    })),
  ),
  plain({ type: 'addendum.write', words: 'Called back' }),
  person(grounding),
  person(
    fc
      .constantFrom(...MusicProposal.options)
      .map((what) => () => ({ type: 'music.propose', what })),
  ),
  person(
    fc.boolean().map((accepted) => (s) => ({
      type: 'music.answer',
      proposalId: s.music.proposal?.proposalId ?? 'none',
      accepted,
    })),
  ),
  person(
    fc
      .tuple(fc.constantFrom(...MusicSource.options, null), fc.integer({ min: 1, max: 5 }))
      .map(([source, volume]) => () => ({ type: 'music.report', source, volume })),
  ),
  person(
    fc.constantFrom(...RaiseKind.options).map((kind) => () => ({ type: 'alert.raise', kind })),
  ),
  person(
    fc
      .tuple(
        fc.constantFrom(
          'alert.seen' as const,
          'alert.silence' as const,
          'alert.going' as const,
          'alert.with_client' as const,
          'alert.resolve' as const,
        ),
        pick,
      )
      .map(([type, place]) => (s) => ({ type, alertId: alertId(s, place) })),
  ),
  plain(
    { type: 'check.report', finding: 'ok' },
    { type: 'check.report', finding: 'concern' },
    { type: 'call.ask' },
    { type: 'line.take' },
    { type: 'line.leave' },
  ),
  person(
    pick.map((place) => (s) => ({
      type: 'call.answer',
      callId: at(
        s.calls.map((c) => c.callId),
        place,
      ),
    })),
  ),
);

const passes = fc
  .constantFrom(0.1, 1, 6, 31, 121, 800)
  .map((minutes): Step => ({ by: 'time', minutes }));
const ends = fc.oneof(
  plain(
    { type: 'session.cancel', reason: 'Not today' },
    { type: 'session.cancel', reason: 'Not today', stopsCourse: true },
  ),
  person(
    fc.constant((_s: SessionState, now: number) => ({
      type: 'session.hand_over' as const,
      to: 'Denver paramedics',
      handedOverAt: now,
      told: 'Ketamine by mouth',
    })),
  ),
);

/** Anything from anybody. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: pressed, weight: 80 },
  { arbitrary: noticed, weight: 24 },
  { arbitrary: passes, weight: 10 },
  { arbitrary: ends, weight: 1 },
);

/** Mostly onward, so that runs reach the end; the rest is anything from anybody. */
export const anySteps: fc.Arbitrary<(Step | Onward)[]> = fc.array(
  fc.oneof({ arbitrary: onward, weight: 6 }, { arbitrary: anyStep, weight: 1 }),
  { minLength: 20, maxLength: 160, size: 'max' },
);

/** Of somebody who would close the session, and now and then ends it otherwise. */
export const closingSteps: fc.Arbitrary<(Step | Onward)[]> = fc.array(
  fc.oneof(
    { arbitrary: onward, weight: 200 },
    { arbitrary: passes, weight: 10 },
    { arbitrary: anyStep, weight: 10 },
    { arbitrary: ends, weight: 2 },
  ),
  { minLength: 60, maxLength: 160, size: 'max' },
);

/** Of somebody who would give a booster, and then another. */
export const boosterSteps: fc.Arbitrary<(Step | Onward)[]> = fc.array(
  fc.oneof(
    {
      arbitrary: fc.constantFrom<Step | Onward>(
        { by: 'time', minutes: 11 },
        (_s, now) => ['therapist', reading(now)],
        ({ revision }) => [
          'therapist',
          { type: 'booster.give', tablets: 1, expectedRevision: revision },
        ],
        () => ['therapist', { type: 'hold.end', how: 'spat' }],
      ),
      weight: 6,
    },
    { arbitrary: anyStep, weight: 1 },
  ),
  { minLength: 10, maxLength: 60, size: 'max' },
);

export const unmetNow = {
  dose: (s: SessionState, now: number) => missing(entryGuards(therapistView(s), 'hold', now)),
  booster: (s: SessionState, now: number) => missing(boosterGuards(therapistView(s), now)),
  signing: (s: SessionState, now: number) => missing(signingGuards(therapistView(s), now)),
};
