import { describe, expect, test } from 'vitest';
import { testFacts } from '../care/test-care.ts';
import { consentVersion } from './consent.ts';
import { emergencyCard } from './emergency-card.ts';
import { BEGAN, creation, everybodyIn, MINUTE, type TestSession } from './test-session.ts';
import { view } from './view.ts';

/** In Journey, boosted, with vitals of which one was entered in error. */
function inJourney(): TestSession {
  const session = everybodyIn().goTo('journey');
  session.now += 25 * MINUTE;
  session.measure(128, 82, 76);
  session.giveBooster();
  session.measure(228, 82, 76);
  const readingId = session.state.vitals.readings.at(-1)?.readingId ?? '';
  session.must('therapist', { type: 'vitals.strike', readingId, reason: 'Mistyped' });
  return session;
}
const cardOf = (session: TestSession, role: 'therapist' | 'chaperone') => {
  const shown = view(session.state, role);
  if (shown.screen !== role) throw new Error(`No card for the ${role}`);
  return shown.card;
};

test('[EC1] everything that a dispatcher asks stands on one card', () => {
  const session = inJourney();
  const { t0, taken } = session.state.dose;
  expect(cardOf(session, 'therapist')).toEqual({
    firstName: 'Robin',
    address: '12 Juniper Lane, Denver, CO 80203',
    doorNotes: 'Blue door, code 4711',
    elsewhere: false,
    health: {
      birthDate: '1988-03-14',
      medicine: 'ketamine 100 mg lozenge',
      doses: [
        { tablets: 2, mg: 200, at: t0 },
        { tablets: 1, mg: 100, at: taken.at(-1)?.at },
      ],
      allergies: 'Penicillin',
      conditions: 'Asthma',
      lastVitals: expect.objectContaining({ systolic: 128, struck: null }) as unknown,
    },
    dispatchLine: '3035550199',
    phones: [
      { who: 'Maya, therapist', phone: '+13035550101' },
      { who: 'Sam, chaperone', phone: '+13035550147' },
      { who: 'Robin, client', phone: '+13035550111' },
      { who: 'Alex, sister', phone: '+13035550122' },
      { who: 'Dr. Okafor, prescriber', phone: '+13035550133' },
    ],
  });
});

test('[EC1 PA3] help is sent to where the client said they are today, not to the home that the practice knows', () => {
  const session = everybodyIn();
  const elsewhere = {
    street: '9 Cedar Ct',
    city: 'Boulder',
    state: 'CO' as const,
    zip: '80301',
    doorNotes: null,
  };
  expect(cardOf(session, 'therapist').address).toBe('12 Juniper Lane, Denver, CO 80203');
  session.must('client', { type: 'location.attest', elsewhere });
  expect(cardOf(session, 'chaperone')).toMatchObject({
    address: '9 Cedar Ct, Boulder, CO 80301',
    // The notes of another door would send helpers astray.
    doorNotes: null,
  });
});

test('[EC1] what is not known is left open, and no number is made up', () => {
  const { care: _care, ...created } = creation('dosing');
  const { therapist, client, chaperone } = created.people;
  const people = {
    therapist: { ...therapist, phone: null },
    client: { ...client, phone: null },
    chaperone,
  };
  const session = everybodyIn('dosing', { ...created, people });
  expect(emergencyCard(session.state, true)).toEqual({
    firstName: 'Robin',
    address: null,
    doorNotes: null,
    elsewhere: false,
    health: {
      birthDate: null,
      medicine: null,
      doses: [],
      allergies: null,
      conditions: null,
      lastVitals: null,
    },
    dispatchLine: null,
    phones: [{ who: 'Sam, chaperone', phone: '+13035550147' }],
  });
});

describe('the chaperone’s card', () => {
  test('[EC2] has its health part when the client signed the release', () => {
    const session = inJourney();
    expect(cardOf(session, 'chaperone')).toEqual(cardOf(session, 'therapist'));
  });

  const without: [string, (session: TestSession) => void][] = [
    ['was not signed', () => {}],
    [
      'was withdrawn',
      (session) => {
        session.sign('chaperone_release');
        session.must('client', { type: 'consent.withdraw', document: 'chaperone_release' });
      },
    ],
    [
      'was signed to an older text',
      (session) =>
        session.write('client', null, [
          { type: 'consent.signed', document: 'chaperone_release', version: '2025-01', name: 'R' },
        ]),
    ],
  ];
  test.each(without)(
    '[EC2 SC1] has no word of health when the release %s, and still every phone but the prescriber’s',
    (_what, prepare) => {
      const session = everybodyIn();
      prepare(session);
      session.measure();
      const card = cardOf(session, 'chaperone');
      expect(card.health).toBeNull();
      expect(card).toMatchObject({
        address: '12 Juniper Lane, Denver, CO 80203',
        doorNotes: 'Blue door, code 4711',
        dispatchLine: '3035550199',
      });
      expect(card.phones.map(({ who }) => who)).toEqual([
        'Maya, therapist',
        'Sam, chaperone',
        'Robin, client',
        'Alex, sister',
      ]);
    },
  );

  test.each(['consultation', 'preparation', 'integration'] as const)(
    '[EC2 SC1] has no word of health in a session of the kind %s, whatever was signed',
    (kind) => {
      const session = everybodyIn(kind);
      session.sign('chaperone_release');
      expect(consentVersion('chaperone_release')).toBe(
        session.state.papers.consents.chaperone_release?.version,
      );
      expect(cardOf(session, 'chaperone').health).toBeNull();
      expect(cardOf(session, 'therapist').health).not.toBeNull();
    },
  );

  test('[EC1 CC4] is of today: what is corrected in the client’s record stands on it at once', () => {
    const session = everybodyIn();
    const facts = testFacts(BEGAN);
    const record = { ...facts.record, dispatchLine: '3035550188', allergies: 'Latex' };
    session.system({ type: 'care.note', care: { ...facts, record } });
    session.sign('chaperone_release');
    expect(cardOf(session, 'chaperone')).toMatchObject({
      dispatchLine: '3035550188',
      health: { allergies: 'Latex' },
    });
  });
});
