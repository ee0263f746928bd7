import fc from 'fast-check';
import { testFacts } from '../care/test-care.ts';
import { missing } from '../guard.ts';
import { RaiseKind } from './alert.ts';
import type { Command, SystemCommand } from './command.ts';
import { ConsentDocument, consentVersion } from './consent.ts';
import { Criterion } from './criterion.ts';
import { HoldEnd } from './dose.ts';
import { boosterGuards, entryGuards, signingGuards } from './guard.ts';
import { ChecklistItem, TouchAgreement } from './papers.ts';
import { nextPhase, Phase } from './phase.ts';
import { PROMPTS } from './prompt-library.ts';
import { PromptResponse } from './prompt.ts';
import { GuestRole, type Role } from './role.ts';
import type { SessionState } from './state.ts';
import { BEGAN, ROLES } from './test-session.ts';
import { therapistView } from './view.ts';
import { Mark } from './watch.ts';

/* Test support: any command of anybody, made concrete when the state that it speaks of is known. */

export type Step =
  | { by: Role; command: (state: SessionState, now: number) => Command }
  | { by: 'system'; command: (state: SessionState, now: number) => SystemCommand }
  | { by: 'time'; minutes: number };

/** Picks one of what is there; now and then something that is not. */
const pick = fc.nat(6);
const at = (ids: readonly string[], place: number) => ids.at(-1 - place) ?? 'nothing';
const alertId = (s: SessionState, place: number) =>
  at(
    s.alerts.map((a) => a.alertId),
    place,
  );
const offerId = (s: SessionState, place: number) =>
  at(
    s.prompts.map((p) => p.offerId),
    place,
  );

const reading = (now: number, systolic = 122, diastolic = 78): Command => ({
  type: 'vitals.record',
  systolic,
  diastolic,
  heartRate: 72,
  spo2: null,
  readBy: 'chaperone',
  method: 'upper_arm_cuff',
  takenAt: now,
});
const spoken = (now: number): Command => ({
  type: 'vitals.override',
  prescriberName: 'Dr. Okafor',
  prescriberPhone: '+13035550133',
  reason: 'Known white-coat reading',
  spokenAt: now,
});
const signed = (document: ConsentDocument): Command => ({
  type: 'consent.sign',
  document,
  version: consentVersion(document),
  name: 'Robin',
});

/** What a person would do to meet a guard. */
function towards(guard: string, s: SessionState, now: number): [Role | 'system', Command | SystemCommand] {
  if (guard.startsWith('consent_')) {
    return ['client', signed(ConsentDocument.parse(guard.slice('consent_'.length)))];
  }
  if (guard.startsWith('criterion_')) {
    const criterion = Criterion.parse(guard.slice('criterion_'.length));
    return ['therapist', { type: 'release.tick', criterion, met: true, value: 'Seen' }];
  }
  switch (guard) {
    case 'client_present':
    case 'chaperone_present': {
      const role = guard === 'client_present' ? 'client' : 'chaperone';
      const { admission, connectionIds } = s.people[role];
      if (connectionIds.length === 0) {
        return ['system', { type: 'presence.connect', role, connectionId: `${role}-1` }];
      }
      return admission === 'waiting'
        ? ['therapist', { type: 'participant.admit', role }]
        : [role, { type: 'lobby.enter', name: 'Alex' }];
    }
    case 'chaperone_agreed':
      return ['chaperone', { type: 'chaperone.agree', name: 'Sam', phone: '+13035550147' }];
    case 'location':
      return ['client', { type: 'location.attest', elsewhere: null }];
    case 'drill':
      return s.drill?.state === 'sounding'
        ? ['chaperone', { type: 'drill.answer', drillId: s.drill.drillId, heard: true }]
        : ['therapist', { type: 'drill.start' }];
    case 'checklist': {
      const item = ChecklistItem.options.find((i) => s.papers.checklist[i] === undefined) ?? 'music';
      return ['client', { type: 'checklist.set', item, done: true }];
    }
    case 'fasting':
      return ['client', { type: 'fasting.report', hours: 5 }];
    case 'today':
      return ['client', { type: 'today.report', took: null }];
    case 'vitals':
      return ['therapist', reading(now)];
    case 'hold_ended':
      return ['therapist', { type: 'hold.end', how: 'spat' }];
    case 'speaks':
    case 'eyes_open':
    case 'oriented':
      return ['therapist', { type: 'mark.record', mark: guard }];
    case 'signed_therapist':
    case 'signed_chaperone':
      return [
        guard === 'signed_therapist' ? 'therapist' : 'chaperone',
        { type: 'release.sign', name: 'Somebody' },
      ];
    case 'alerts_resolved': {
      const open = s.alerts.find(({ state }) => state !== 'resolved');
      const alertId = open?.alertId ?? 'nothing';
      return open?.state === 'with_client'
        ? ['therapist', { type: 'alert.resolve', alertId }]
        : ['chaperone', { type: 'alert.with_client', alertId }];
    }
    default:
      return ['system', { type: 'care.note', care: testFacts(BEGAN) }];
  }
}

/** One press of somebody who wants the session to go on: the `place`th of what is missing, or the move. */
function onwardPress(
  s: SessionState,
  now: number,
  place: number,
): [Role | 'system', Command | SystemCommand] {
  const known = therapistView(s);
  const next = nextPhase(s.kind, s.phase) ?? 'closed';
  const unmet = missing(entryGuards(known, next, now));
  const guard = unmet[place % Math.max(1, unmet.length)]?.guard;
  if (guard && place < 6) return towards(guard, s, now);
  if (next !== 'hold') {
    return ['therapist', { type: 'phase.advance', to: next, expectedRevision: s.revision }];
  }
  return place % 2 === 0
    ? ['therapist', { type: 'dose.start', tablets: 2, expectedRevision: s.revision }]
    : ['client', { type: 'dose.ready' }];
}

/** Made concrete by who presses: the role is known only with the state. */
export type Onward = (s: SessionState, now: number) => [Role | 'system', Command | SystemCommand];
export const onward: fc.Arbitrary<Onward> = fc
  .nat(9)
  .map((place): Onward => (s, now) => onwardPress(s, now, place));

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
      .map(
        ([type, place]) =>
          (s) => ({ type, requestId: at(s.devices.map((d) => d.requestId), place) }),
      ),
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
  person(fc.constantFrom(...TouchAgreement.options).map((touch) => () => ({ type: 'touch.agree', touch }))),
  person(
    fc
      .tuple(fc.constantFrom(...ChecklistItem.options), fc.boolean())
      .map(([item, done]) => () => ({ type: 'checklist.set', item, done })),
  ),
  person(
    fc.boolean().map((heard) => (s) => ({
      type: 'drill.answer',
      drillId: s.drill?.drillId ?? 'nothing',
      heard,
    })),
  ),
  person(
    fc
      .tuple(fc.constantFrom(122, 150, 170, 85), fc.constantFrom(-20, -4, 0, 1, 10))
      .map(([systolic, minutes]) => (_s, now) => reading(now + minutes * 60_000, systolic)),
  ),
  person(
    pick.map((place) => (s) => ({
      type: 'vitals.strike',
      readingId: at(s.vitals.readings.map((r) => r.readingId), place),
      reason: 'Mistyped',
    })),
  ),
  person(fc.constant((_s: SessionState, now: number) => spoken(now))),
  plain({ type: 'look.record' }, { type: 'note.write', words: 'Calm breathing' }),
  person(fc.constantFrom(...Mark.options).map((mark) => () => ({ type: 'mark.record', mark }))),
  person(
    fc
      .tuple(fc.constantFrom(...Criterion.options), fc.boolean())
      .map(([criterion, met]) => () => ({ type: 'release.tick', criterion, met, value: 'Seen' })),
  ),
  plain(
    { type: 'release.sign', name: 'Somebody' },
    { type: 'addendum.write', words: 'Called back' },
  ),
  person(
    fc
      .tuple(
        fc.constantFrom('prompt.offer' as const, 'prompt.open' as const),
        fc.constantFrom('nothing', ...PROMPTS.map((p) => p.promptId)),
      )
      .map(([type, promptId]) => () => ({ type, promptId })),
  ),
  person(
    fc
      .tuple(fc.constantFrom('prompt.withdraw' as const, 'prompt.shown' as const), pick)
      .map(([type, place]) => (s) => ({ type, offerId: offerId(s, place) })),
  ),
  person(
    fc.tuple(fc.constantFrom(...PromptResponse.options), pick).map(([response, place]) => (s) => ({
      type: 'prompt.respond',
      offerId: offerId(s, place),
      response,
    })),
  ),
  person(
    fc.constantFrom(...RaiseKind.options).map((kind) => () => ({ type: 'alert.raise', kind })),
  ),
  person(
    fc
      .tuple(
        fc.constantFrom(
          'alert.seen' as const,
          'alert.going' as const,
          'alert.with_client' as const,
          'alert.resolve' as const,
        ),
        pick,
      )
      .map(([type, place]) => (s) => ({ type, alertId: alertId(s, place) })),
  ),
);

const facts = testFacts(BEGAN);
const news = fc.constantFrom(
  facts,
  { ...facts, stopped: true },
  { ...facts, orders: [] },
  { ...facts, screening: null },
  { ...facts, policy: { ...facts.policy, licensedStates: ['UT' as const] } },
);

const noticed: fc.Arbitrary<Step> = fc.oneof(
  fc.constant<Step>({ by: 'system', command: () => ({ type: 'presence.reset' }) }),
  news.map((care): Step => ({ by: 'system', command: () => ({ type: 'care.note', care }) })),
  fc.tuple(guest, fc.nat(3)).map(([role, n]): Step => ({
    by: 'system',
    command: () => ({ type: 'device.ask', role, requestId: `d${n}` }),
  })),
  fc
    .tuple(
      fc.constantFrom('presence.connect' as const, 'presence.disconnect' as const),
      fc.constantFrom(...ROLES),
      fc.constantFrom('1', '2'),
    )
    .map(([type, role, n]): Step => ({
      by: 'system',
      command: () => ({ type, role, connectionId: `${role}-${n}` }),
    })),
);

const passes = fc.constantFrom(1, 6, 31, 121, 800).map((minutes): Step => ({ by: 'time', minutes }));
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
  { arbitrary: noticed, weight: 12 },
  { arbitrary: passes, weight: 10 },
  { arbitrary: ends, weight: 1 },
);

/** Mostly onward, so that runs reach the end; the rest is anything from anybody. */
export const anySteps: fc.Arbitrary<(Step | Onward)[]> = fc.array(
  fc.oneof({ arbitrary: onward, weight: 6 }, { arbitrary: anyStep, weight: 1 }),
  { minLength: 20, maxLength: 160, size: 'max' },
);

export const unmetNow = {
  dose: (s: SessionState, now: number) => missing(entryGuards(therapistView(s), 'hold', now)),
  booster: (s: SessionState, now: number) => missing(boosterGuards(therapistView(s), now)),
  signing: (s: SessionState, now: number) => missing(signingGuards(therapistView(s), now)),
};
