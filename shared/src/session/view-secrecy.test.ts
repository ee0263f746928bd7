import { describe, expect, test } from 'vitest';
import { can } from './can.ts';
import type { Admission, SessionState } from './state.ts';
import type { GuestRole } from './role.ts';
import { markedIn, markersIn, texts } from './test-markers.ts';
import { BEGAN, PHASES } from './test-session.ts';
import { view } from './view.ts';

/* The secrets that would hurt most, each by its name. view.test.ts has the whole of every view. */

const KINDS = ['dosing', 'preparation'] as const;
const everywhere = KINDS.flatMap((kind) => PHASES[kind].map((phase) => ({ kind, phase })));

/** What a client wrote and signed, and what is said to every client of the practice. */
const OWN_PAPERS = [
  'signature-of-kap',
  'signature-of-telehealth',
  'signature-of-chaperone_release',
  'today-took',
  'intention-words',
  'phrase-words',
  'referral-words',
  'screening-by',
];

function admittedAs(state: SessionState, role: GuestRole, admission: Admission): SessionState {
  const person = { ...state.people[role], admission };
  return { ...state, people: { ...state.people, [role]: person } };
}
const withoutRelease = (state: SessionState): SessionState => ({
  ...state,
  papers: { ...state.papers, consents: { ...state.papers.consents, chaperone_release: null } },
});

describe.each(everywhere)('the chaperone in $phase of a $kind session', ({ kind, phase }) => {
  const { state } = markedIn(kind, phase);

  test('[SC1 WA1] never reads notes, intention, own words, consents, or what was said of today', () => {
    for (const known of [state, withoutRelease(state)]) {
      const told = markersIn(view(known, 'chaperone'));
      expect(told).not.toEqual([]);
      for (const secret of [
        'note-words',
        'addendum-words',
        'intention-words',
        'phrase-words',
        'today-took',
        'signature-of-kap',
        'signature-of-telehealth',
        'signature-of-chaperone_release',
        'screening-by',
        'handover-told',
      ]) {
        expect(told).not.toContain(secret);
      }
    }
  });

  test('[SC1 EC2] reads no vitals but the last of the card, and of the order no more than the card says', () => {
    const shown = view(state, 'chaperone');
    const told = markersIn(shown);
    for (const secret of [
      'reading-first',
      'reading-struck',
      'reason-of-strike',
      'override-name',
      'reason-of-override',
      'prescriber-licence',
      'order-id',
    ]) {
      expect(told).not.toContain(secret);
    }
    const keys = new Set(texts(shown));
    for (const term of [
      'limits',
      'holdMinutes',
      'observationMinutes',
      'earliestMinute',
      'orders',
    ]) {
      expect(keys).not.toContain(term);
    }
  });

  test('[EC2 SC1] without the client’s release reads nothing of health at all', () => {
    const told = markersIn(view(withoutRelease(state), 'chaperone'));
    expect(told).toContain('dispatch-line');
    for (const secret of [
      'birth-date',
      'allergies-words',
      'conditions-words',
      'reading-last',
      'medicine-name',
      'prescriber-name',
      'prescriber-phone',
    ]) {
      expect(told).not.toContain(secret);
    }
  });
});

describe.each(everywhere)('in $phase of a $kind session', ({ kind, phase }) => {
  const { state } = markedIn(kind, phase);
  const over = phase === 'closed' || phase === 'cancelled' ? phase : null;
  const asked = state.dose.t0 === null && over === null;
  const waiting = ['expected', 'waiting', 'declined'] as const;

  test.each(waiting)(
    '[LO4 SC1] a client who is %s reads who it is with and when, and their own papers without the home address',
    (admission) => {
      const shown = view(admittedAs(state, 'client', admission), 'client');
      expect(shown).toMatchObject({ screen: 'lobby', over, duties: null });
      expect(markersIn(shown).toSorted()).toEqual(
        [
          'name-of-client',
          'name-of-therapist',
          'practice-name',
          'session-id',
          ...(asked ? OWN_PAPERS : []),
        ].toSorted(),
      );
      expect(texts(shown)).not.toContain('phase');
    },
  );

  test.each(waiting)(
    '[LO4 SC1] a chaperone who is %s reads who it is with and when, and their own number',
    (admission) => {
      const shown = view(admittedAs(state, 'chaperone', admission), 'chaperone');
      expect(shown).toMatchObject({ screen: 'lobby', over, papers: null });
      expect(markersIn(shown).toSorted()).toEqual(
        [
          'name-of-chaperone',
          'name-of-therapist',
          ...(asked && kind === 'dosing' ? ['phone-of-chaperone'] : []),
          'practice-name',
          'session-id',
        ].toSorted(),
      );
      expect(texts(shown)).not.toContain('phase');
    },
  );

  test('[DO4] the client is shown papers before T0 only, and nothing once it is over', () => {
    const shown = view(state, 'client');
    const papers = shown.screen === 'client' ? shown.papers : undefined;
    expect(papers === null).toBe(!asked);
  });
});

test('[DO4] after T0 the client is asked nothing: no confirmation, no name, no paper, while Help stays', () => {
  const screen = view(markedIn('dosing', 'hold').state, 'client');
  for (const command of [
    { type: 'dose.ready' },
    { type: 'dose.not_ready' },
    { type: 'lobby.enter', name: 'Robin' },
    { type: 'session.cancel', reason: 'Any' },
    { type: 'location.attest', elsewhere: null },
    { type: 'today.report', took: null },
    { type: 'consent.withdraw', document: 'kap' },
    { type: 'booster.answer', agreed: true },
  ] as const) {
    expect(can(screen, command, BEGAN)).toBe(false);
  }
  expect(can(screen, { type: 'alert.raise', kind: 'help' }, BEGAN)).toBe(true);
});
