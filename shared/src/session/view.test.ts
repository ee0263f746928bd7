import { describe, expect, test } from 'vitest';
import { Criterion } from './criterion.ts';
import { isOver, type Phase } from './phase.ts';
import type { Role } from './role.ts';
import { markedIn, markersIn, texts } from './test-markers.ts';
import { PHASES, ROLES, TestSession } from './test-session.ts';
import { mayJoinMedia } from './media-access.ts';
import { view } from './view.ts';

type Kind = keyof typeof PHASES;
const KINDS = ['dosing', 'preparation'] as const;
const isDosed = (kind: Kind, phase: Phase) =>
  kind === 'dosing' && PHASES.dosing.indexOf(phase) > 2 && phase !== 'cancelled';
const isAsked = (kind: Kind, phase: Phase) =>
  !isDosed(kind, phase) && phase !== 'closed' && phase !== 'cancelled';

const words = (markers: string) => markers.split(/\s+/);
const names = words('name-of-chaperone name-of-client name-of-therapist');
const common = [...names, 'session-id', 'alert-open'];
const releaseOf = [
  ...Criterion.options.map((criterion) => `value-of-${criterion}`),
  'release-of-therapist',
  'release-of-chaperone',
];
const ownPapers = words(`signature-of-kap signature-of-telehealth signature-of-chaperone_release
  today-took intention-words phrase-words`);
const phones = words('phone-of-therapist phone-of-client phone-of-chaperone');
const contact = words('contact-name contact-relation contact-phone');
const attested = words('attested-street attested-city attested-zip attested-door');
/** Of the card, by the client's release (EC2); the medicine once there was some. */
const health = words('birth-date allergies-words conditions-words reading-last');
const medicine = words('medicine-name prescriber-name prescriber-phone');

/* Written from the rules: everything that each role may know, and in which phase. */

const THERAPIST = [
  ...common,
  ...ownPapers,
  ...phones,
  ...contact,
  ...attested,
  ...health,
  ...medicine,
  ...releaseOf,
  ...words(`client-id record-first-name record-phone-of-client record-name-of-chaperone
    record-phone-of-chaperone dispatch-line referral-words home-street home-city home-zip home-door
    screening-by order-id prescriber-licence signature-of-chaperone drill-first drill-now
    reading-struck reason-of-strike reading-first override-name override-phone reason-of-override
    note-words addendum-words handover-to handover-told request-open soft-sigh hand-on-chest
    offer-replaced offer-now alert-resolved reason-of-alert-open reason-of-alert-resolved
    call-answered call-open favourite-id phrase-before exercise-id exercise-title exercise-line
    follow-up-words music-answered music-now pace-id offer-last`),
  // The timeline is the record's own: it names presses and connections.
  'press-id',
  ...ROLES.map((role) => `${role}-1`),
];
const CLIENT = [
  ...common,
  'phone-of-chaperone',
  ...words('exercise-id exercise-title exercise-line offer-last pace-id phrase-words music-now'),
];
/** What helped, in release and after it (GR10). */
const TAKEN_HOME = words('hand-on-chest intention-words follow-up-words');
const CLIENT_ASKED = [
  ...ownPapers,
  ...words('home-street home-city home-zip referral-words screening-by'),
];
const CHAPERONE = [
  ...common,
  ...phones,
  ...contact,
  ...attested,
  ...words('reason-of-alert-open drill-now dispatch-line call-open'),
];

function allowed(role: Role, kind: Kind, phase: Phase): string[] {
  switch (role) {
    case 'therapist':
      return [...THERAPIST, ...(phase === 'cancelled' ? ['reason-of-cancel'] : [])];
    case 'client':
      return [
        ...CLIENT,
        ...(isAsked(kind, phase) ? CLIENT_ASKED : []),
        ...(phase === 'release' || phase === 'closed' ? TAKEN_HOME : []),
      ];
    case 'chaperone':
      return [
        ...CHAPERONE,
        ...(kind === 'dosing' && !isOver(phase) ? health : []),
        ...(isDosed(kind, phase) && !isOver(phase) ? medicine : []),
        ...(phase === 'release' ? releaseOf : []),
      ];
  }
}

/** Whose picture and voice each role may have, by the stage of the session. */
const WITH_CHAPERONE = ['media-of-chaperone', 'media-of-client', 'media-of-therapist'];
const WITHOUT = ['media-of-client', 'media-of-therapist'];
function mediaAllowed(role: Role, phase: Phase): string[] {
  if (phase === 'closed' || phase === 'cancelled') return [];
  if (['setup', 'arrival', 'release'].includes(phase)) return WITH_CHAPERONE;
  return role === 'chaperone' ? [] : WITHOUT;
}

const sorted = (markers: readonly string[]) => [...new Set(markers)].toSorted();

describe.each(KINDS)('in a %s session', (kind) => {
  describe.each(ROLES)('what the %s is told', (role) => {
    test.each(PHASES[kind])(
      '[SC1 MD2 EC2] in %s exactly what this role may know, and no other word of the session',
      (phase) => {
        const { state } = markedIn(kind, phase);
        expect(state.phase).toBe(phase);
        expect(sorted(markersIn(view(state, role)))).toEqual(
          sorted([...allowed(role, kind, phase), ...mediaAllowed(role, phase)]),
        );
      },
    );
  });
});

test('[AL3 SC1] a resolved alert leaves the screens of client and chaperone, and stays with the therapist', () => {
  const { state } = markedIn('dosing', 'ready');
  const seen = (role: Role) =>
    sorted(markersIn(view(state, role)).filter((marker) => marker.startsWith('alert-')));
  expect(seen('therapist')).toEqual(['alert-open', 'alert-resolved']);
  expect(seen('client')).toEqual(['alert-open']);
  expect(seen('chaperone')).toEqual(['alert-open']);
});

test('[MD1 MD2] nobody who was not admitted is in the media, nor named to those who are', () => {
  const session = new TestSession();
  for (const role of ROLES) session.connect(role);
  session.must('client', { type: 'lobby.enter', name: 'Robin' });
  expect(mayJoinMedia(session.state, 'client')).toBe(false);
  expect(mayJoinMedia(session.state, 'chaperone')).toBe(false);
  expect(mayJoinMedia(session.state, 'therapist')).toBe(false);
  expect(view(session.state, 'therapist')).toMatchObject({ media: null });
  session.must('therapist', { type: 'participant.admit', role: 'client' });
  for (const role of ['therapist', 'client'] as const) {
    expect(view(session.state, role)).toMatchObject({ media: { therapist: 'p_t', client: 'p_c' } });
  }
  expect(texts(view(session.state, 'client'))).not.toContain('p_s');
});

test('[MD2] the chaperone may join the media in arrival, setup and release only; an ended session has none', () => {
  const may = (kind: Kind, phase: Phase) =>
    ROLES.filter((role) => mayJoinMedia(markedIn(kind, phase).state, role));
  for (const kind of KINDS) {
    for (const phase of PHASES[kind]) {
      const over = phase === 'closed' || phase === 'cancelled';
      const all = ['arrival', 'setup', 'release'].includes(phase);
      expect({ phase, may: may(kind, phase) }).toEqual({
        phase,
        may: over ? [] : all ? [...ROLES] : ['therapist', 'client'],
      });
    }
  }
});

test('[PH5] all three read the same phase, the same start of it and the same T0', () => {
  const { state } = markedIn('dosing', 'onset');
  const { phase, phaseSince, revision } = state;
  expect(state.dose.t0).not.toBeNull();
  for (const role of ROLES) {
    expect(view(state, role)).toMatchObject({ phase, phaseSince, revision, t0: state.dose.t0 });
  }
});
