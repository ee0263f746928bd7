import { describe, expect, test } from 'vitest';
import { can } from './can.ts';
import { phaseLine, type Phase } from './phase.ts';
import type { Role } from './role.ts';
import { markedSession, texts } from './test-markers.ts';
import { PHASES, ROLES, TestSession } from './test-session.ts';
import { mayJoinMedia, view } from './view.ts';

/** Texts of the protocol itself; everything else in the marked session is a secret of somebody. */
const isMarker = (text: string) =>
  /^(name|phone|media|connection|second|practice|session|room|request|offer|alert|reason)-/.test(
    text,
  ) ||
  /^(press|therapist|client|chaperone)-\d/.test(text) ||
  ['feet', 'hand-on-chest'].includes(text);

const markersIn = (value: unknown) => [...new Set(texts(value).filter(isMarker))].toSorted();
const names = ['name-of-chaperone', 'name-of-client', 'name-of-therapist'];

const ALLOWED: Record<Role, string[]> = {
  therapist: [
    ...names,
    'session-id',
    'phone-of-client',
    'phone-of-chaperone',
    'request-open',
    'feet',
    'hand-on-chest',
    'offer-replaced',
    'offer-now',
    'alert-open',
    'alert-resolved',
    'reason-of-alert-open',
    'reason-of-alert-resolved',
  ],
  client: [
    ...names,
    'session-id',
    'phone-of-chaperone',
    'hand-on-chest',
    'offer-now',
    'alert-open',
  ],
  chaperone: [...names, 'session-id', 'phone-of-therapist', 'alert-open', 'reason-of-alert-open'],
};

/** Whose picture and voice each role may have, by the stage of the session. */
const WITH_CHAPERONE = ['media-of-chaperone', 'media-of-client', 'media-of-therapist'];
const WITHOUT = ['media-of-client', 'media-of-therapist'];
function mediaAllowed(role: Role, phase: Phase): string[] {
  if (phase === 'closed' || phase === 'cancelled') return [];
  if (['setup', 'arrival', 'release'].includes(phase)) return WITH_CHAPERONE;
  return role === 'chaperone' ? [] : WITHOUT;
}

function markedIn(phase: Phase) {
  const kind = PHASES.dosing.includes(phase) && phase !== 'closed' ? 'dosing' : 'preparation';
  const session = markedSession(kind);
  const line = phaseLine(kind);
  const from = line.indexOf(session.state.phase);
  const to = phase === 'cancelled' ? from : line.indexOf(phase);
  const entered = to < from ? [phase] : line.slice(from + 1, to + 1);
  session.write(
    'system',
    null,
    entered.map((phase) => ({ type: 'phase.entered', phase })),
  );
  if (to > 1) session.write('system', null, [{ type: 'dose.started' }, { type: 'dose.taken' }]);
  if (phase === 'cancelled')
    session.write('system', null, [{ type: 'session.cancelled', reason: 'reason-of-cancel' }]);
  expect(session.state.phase).toBe(phase);
  return session;
}

describe.each(ROLES)('what the %s is told', (role) => {
  test.each([...new Set([...PHASES.dosing, ...PHASES.preparation])])(
    '[SC1 MD2] in %s exactly what this role may know, and no other word of the session',
    (phase) => {
      const told = markersIn(view(markedIn(phase).state, role));
      const stopped = role === 'therapist' && phase === 'cancelled' ? ['reason-of-cancel'] : [];
      expect(told).toEqual([...ALLOWED[role], ...mediaAllowed(role, phase), ...stopped].toSorted());
    },
  );
});

test.each(['client', 'chaperone'] as const)(
  '[LO4 SC1] the %s reads before admission who it is with and when, and nothing of the session',
  (role) => {
    for (const admission of ['expected', 'waiting', 'declined'] as const) {
      const session = markedIn('journey');
      const { people } = session.state;
      const state = {
        ...session.state,
        people: { ...people, [role]: { ...people[role], admission } },
      };
      expect(markersIn(view(state, role))).toEqual(
        [`name-of-${role}`, 'name-of-therapist', 'practice-name', 'session-id'].toSorted(),
      );
      expect(texts(view(state, role))).not.toContain('journey');
    }
  },
);

test('[AL3 SC1] a resolved alert leaves the screens of client and chaperone, and stays with the therapist', () => {
  const { state } = markedSession();
  const seen = (role: Role) =>
    markersIn(view(state, role)).filter((marker) => marker.startsWith('alert-'));
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

test('[MD2] the chaperone may join the media in setup, arrival and release only; an ended session has none', () => {
  const may = (phase: Phase) => ROLES.filter((role) => mayJoinMedia(markedIn(phase).state, role));
  for (const phase of ['setup', 'arrival', 'release'] as const)
    expect(may(phase)).toEqual([...ROLES]);
  for (const phase of [
    'ready',
    'hold',
    'onset',
    'journey',
    'return',
    'integration',
    'talk',
  ] as const) {
    expect(may(phase)).toEqual(['therapist', 'client']);
  }
  for (const phase of ['closed', 'cancelled'] as const) expect(may(phase)).toEqual([]);
});

test('[DO4] after T0 the client is asked nothing: no confirmation and no name, while Help stays', () => {
  const { state } = markedIn('hold');
  const screen = view(state, 'client');
  for (const command of [
    { type: 'dose.ready' },
    { type: 'dose.not_ready' },
    { type: 'lobby.enter', name: 'Robin' },
    { type: 'session.cancel', reason: 'Any' },
  ] as const) {
    expect(can(screen, command)).toBe(false);
  }
  expect(can(screen, { type: 'alert.raise', kind: 'help' })).toBe(true);
});

test('[PH5] all three read the same phase, the same start of it and the same T0', () => {
  const { state } = markedIn('onset');
  const { phase, phaseSince, revision } = state;
  for (const role of ROLES) {
    expect(view(state, role)).toMatchObject({ phase, phaseSince, revision, t0: state.dose.t0 });
  }
});
