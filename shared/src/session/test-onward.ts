import fc from 'fast-check';
import { testFacts } from '../care/test-care.ts';
import { missing } from '../guard.ts';
import type { Command, SystemCommand } from './command.ts';
import { ConsentDocument, consentVersion } from './consent.ts';
import { Criterion } from './criterion.ts';
import { entryGuards } from './guard.ts';
import { ChecklistItem } from './papers.ts';
import { nextPhase } from './phase.ts';
import type { Role } from './role.ts';
import type { SessionState } from './state.ts';
import { BEGAN } from './test-session.ts';
import { therapistView } from './view.ts';

/* Test support: the presses of people who want the session to go on. */

export const reading = (now: number, systolic = 122, diastolic = 78): Command => ({
  type: 'vitals.record',
  systolic,
  diastolic,
  heartRate: 72,
  spo2: null,
  readBy: 'chaperone',
  method: 'upper_arm_cuff',
  takenAt: now,
});
export const signed = (document: ConsentDocument): Command => ({
  type: 'consent.sign',
  document,
  version: consentVersion(document),
  name: 'Robin',
});

/** What a person would do to meet a guard. */
function towards(
  guard: string,
  s: SessionState,
  now: number,
): [Role | 'system', Command | SystemCommand] {
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
      const item =
        ChecklistItem.options.find((i) => s.papers.checklist[i] === undefined) ?? 'music';
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
        { type: 'release.sign', name: 'Somebody', expectedRevision: s.revision },
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
export const onward: fc.Arbitrary<Onward> = fc.nat(9).map(
  (place): Onward =>
    (s, now) =>
      onwardPress(s, now, place),
);
