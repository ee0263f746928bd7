import { describe, expect, test } from 'vitest';
import type { CareFacts } from '../care/facts.ts';
import { testFacts } from '../care/test-care.ts';
import { US_STATES, type UsState } from '../care/us-state.ts';
import { ConsentDocument, consentText, consentVersion } from './consent.ts';
import { emergencyCard } from './emergency-card.ts';
import { eventWords } from './event-words.ts';
import { entryGuards, type GuardId } from './guard.ts';
import { ChecklistItem, isConsented, SAME_DAY } from './papers.ts';
import { BEGAN, everybodyIn, MINUTE, TestSession } from './test-session.ts';
import { therapistView, view } from './view.ts';

const DOCUMENTS = ConsentDocument.options;
const sign = (document: ConsentDocument, version = consentVersion(document)) =>
  ({ type: 'consent.sign', document, version, name: 'Robin Ångström 🌲' }) as const;
const elsewhere = (state: UsState) => ({
  type: 'location.attest' as const,
  elsewhere: { street: '1 Salt St', city: 'Provo', state, zip: '84601', doorNotes: 'Ring twice' },
});
const atHome = { type: 'location.attest', elsewhere: null } as const;
const guardOf = ({ state, now }: TestSession, id: GuardId) =>
  entryGuards(therapistView(state), state.kind === 'dosing' ? 'hold' : 'talk', now).find(
    ({ guard }) => guard === id,
  );
const withFacts = (change: Partial<CareFacts>) => {
  const session = everybodyIn();
  session.system({ type: 'care.note', care: { ...testFacts(BEGAN), ...change } });
  return session;
};

describe.each(DOCUMENTS)('the consent %s', (document) => {
  const id = `consent_${document}` as const;

  test('[PA1] is a text of its own, with a version', () => {
    const { title, paragraphs, version } = consentText(document);
    expect(DOCUMENTS.filter((each) => consentText(each).title === title)).toEqual([document]);
    expect(paragraphs.length).toBeGreaterThan(1);
    expect(version).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  test('[PA1] is signed by a typed name, kept as it was typed, with version and time', () => {
    const session = everybodyIn();
    expect(guardOf(session, id)).toMatchObject({ met: false, turn: 'client' });
    session.must('client', sign(document));
    expect(session.state.papers.consents[document]).toEqual({
      version: consentVersion(document),
      name: 'Robin Ångström 🌲',
      language: 'en',
      at: session.now,
    });
    expect(guardOf(session, id)).toMatchObject({ met: true });
  });

  test('[PA1] the language in which it was read stands in the signature and in the record’s words', () => {
    const session = everybodyIn();
    session.must('client', { ...sign(document), language: 'es' });
    expect(session.state.papers.consents[document]).toMatchObject({ language: 'es' });
    const entry = session.record.at(-1);
    const names = { therapist: '', client: '', chaperone: '' };
    expect(entry && eventWords(entry, names).detail).toMatch(/read in Spanish$/);
    const older = { ...sign(document), type: 'consent.signed' as const };
    session.write('client', null, [older]);
    expect(session.state.papers.consents[document]).toMatchObject({ language: 'en' });
  });

  test('[PA1] cannot be signed to an older text', () => {
    const session = everybodyIn();
    expect(session.press('client', sign(document, '2025-01'))).toMatchObject({
      error: { code: 'old_version', field: 'version' },
    });
    expect(session.state.papers.consents[document]).toBeNull();
  });

  test('[PA1] a signature to an older text does not count any more', () => {
    const session = everybodyIn();
    const event = { ...sign(document, '2025-01'), type: 'consent.signed' as const };
    session.write('client', null, [event]);
    expect(isConsented(session.state.papers, document)).toBe(false);
    expect(guardOf(session, id)).toMatchObject({
      met: false,
      words: expect.stringContaining('older text') as string,
    });
  });

  test('[PA2] can be withdrawn until T0, and then doses nobody; after T0 it stands', () => {
    const session = everybodyIn().goTo('ready');
    session.must('client', { type: 'consent.withdraw', document });
    expect(guardOf(session, id)).toMatchObject({ met: false });
    session.must('client', sign(document));
    session.goTo('hold');
    const late = session.press('client', { type: 'consent.withdraw', document });
    expect(late).toMatchObject({ error: { code: 'wrong_phase' } });
    expect(isConsented(session.state.papers, document)).toBe(true);
  });

  test('[PA2] what is not signed cannot be withdrawn', () => {
    expect(everybodyIn().press('client', { type: 'consent.withdraw', document })).toMatchObject({
      error: { code: 'not_found' },
    });
  });

  test('[PA1 LO4] can be signed before anybody is let in', () => {
    const session = new TestSession();
    session.must('client', sign(document));
    expect(isConsented(session.state.papers, document)).toBe(true);
  });
});

describe('where the client is', () => {
  test('[PA3] at home is the address of the client’s record, with what helpers must know at the door', () => {
    const session = everybodyIn();
    session.must('client', atHome);
    const { home } = testFacts(BEGAN).record;
    expect(session.state.papers.location).toEqual({
      place: 'home',
      address: home,
      state: 'CO',
      at: session.now,
    });
  });

  test('[PA3] elsewhere is the address that they write', () => {
    const session = everybodyIn();
    session.must('client', elsewhere('CO'));
    expect(session.state.papers.location).toMatchObject({
      place: 'elsewhere',
      address: elsewhere('CO').elsewhere,
    });
  });

  test('[PA3] an address from the record alone is not confirmed: each session asks', () => {
    for (const kind of ['dosing', 'preparation'] as const) {
      expect(guardOf(everybodyIn(kind), 'location')).toMatchObject({ met: false, turn: 'client' });
    }
  });

  test('[PA3 EC1] “at home”, corrected by the practice, is asked again before the dose, and is corrected on the card after it', () => {
    const facts = testFacts(BEGAN);
    const { home } = facts.record;
    if (home === null) throw new Error('The test client has a home');
    const moved = { ...home, street: '7 Aspen Court', doorNotes: 'Blue door' };
    const correct = (session: TestSession) =>
      session.system({
        type: 'care.note',
        care: { ...facts, record: { ...facts.record, home: moved } },
      });
    const before = everybodyIn();
    before.must('client', atHome);
    correct(before);
    expect(before.state.papers.location).toBeNull();
    const after = everybodyIn().goTo('journey');
    correct(after);
    expect(emergencyCard(after.state, false)).toMatchObject({
      address: expect.stringContaining('7 Aspen Court') as string,
      doorNotes: 'Blue door',
    });
  });

  test('[PA3] an address that the client wrote themselves is not touched by what the practice changes', () => {
    const session = everybodyIn();
    session.must('client', elsewhere('CO'));
    const { location } = session.state.papers;
    const facts = testFacts(BEGAN);
    session.system({
      type: 'care.note',
      care: { ...facts, record: { ...facts.record, home: null } },
    });
    expect(session.state.papers.location).toEqual(location);
  });

  test('[PA3 CM3] “at home” cannot be said where the practice has no address', () => {
    const session = withFacts({ record: { ...testFacts(BEGAN).record, home: null } });
    expect(session.press('client', atHome)).toMatchObject({
      error: { code: 'invalid', field: 'elsewhere' },
    });
    session.must('client', elsewhere('CO'));
    expect(guardOf(session, 'location')).toMatchObject({ met: true });
  });

  test.each(Object.keys(US_STATES) as UsState[])(
    '[PA4 GD4] in %s only a practice that lists it goes on',
    (state) => {
      for (const kind of ['dosing', 'preparation'] as const) {
        const session = everybodyIn(kind);
        session.must('client', elsewhere(state));
        expect(guardOf(session, 'location')).toMatchObject({ met: state === 'CO', turn: 'client' });
        const facts = testFacts(BEGAN);
        const policy = { ...facts.policy, licensedStates: [state] };
        session.system({ type: 'care.note', care: { ...facts, policy } });
        expect(guardOf(session, 'location')).toMatchObject({ met: true });
      }
    },
  );

  test('[PA4] the stop is hard and kind: no phase is entered, and the client reads where they can turn', () => {
    const session = everybodyIn('integration');
    session.must('client', elsewhere('UT'));
    const stopped = session.advance('talk');
    expect(stopped.ok || stopped.error.message).toContain('Utah');
    expect(session.state.phase).toBe('arrival');
    expect(view(session.state, 'client')).toMatchObject({
      papers: {
        location: { state: 'UT' },
        licensedStates: ['CO'],
        referral: expect.stringMatching(/glad to refer you/) as string,
      },
    });
  });
});

describe('what is said of today', () => {
  test.each([
    ['location', atHome],
    ['fasting', { type: 'fasting.report', hours: 5 }],
    ['today', { type: 'today.report', took: 'Coffee' }],
  ] as const)(
    '[PA5 PA3] the answer about %s counts for twelve hours, and then not any more',
    (id, answer) => {
      const session = everybodyIn();
      session.must('client', answer);
      const saidAt = session.now;
      session.now = saidAt + SAME_DAY;
      expect(SAME_DAY).toBe(12 * 60 * MINUTE);
      expect(guardOf(session, id)).toMatchObject({ met: true });
      session.now = saidAt + SAME_DAY + 1;
      expect(guardOf(session, id)).toMatchObject({ met: false, turn: 'client' });
      session.must('client', answer);
      expect(guardOf(session, id)).toMatchObject({ met: true });
    },
  );

  test('[PA5 GD2] “nothing” is an answer, and what was taken is what the therapist reads', () => {
    const session = everybodyIn();
    session.must('client', { type: 'today.report', took: null });
    expect(guardOf(session, 'today')).toMatchObject({ met: true });
    session.must('client', { type: 'today.report', took: 'Half a Xanax' });
    expect(guardOf(session, 'today')).toMatchObject({
      met: true,
      words: expect.stringContaining('Half a Xanax') as string,
    });
  });
});

test.each(ChecklistItem.options)(
  '[GD1] the set-up checklist is not complete without %s',
  (item) => {
    const session = everybodyIn().doPapers();
    expect(guardOf(session, 'checklist')).toMatchObject({ met: true });
    session.must('client', { type: 'checklist.set', item, done: false });
    expect(guardOf(session, 'checklist')).toMatchObject({ met: false });
    session.must('client', { type: 'checklist.set', item, done: true });
    expect(guardOf(session, 'checklist')).toMatchObject({ met: true });
  },
);

test('[GD1 AL7] the number that the chaperone gives with their agreement is the one that is called', () => {
  const session = everybodyIn();
  session.must('chaperone', { type: 'chaperone.agree', name: 'Sam', phone: '+1 720 555 0009' });
  expect(guardOf(session, 'chaperone_agreed')).toMatchObject({ met: true });
  expect(session.state.people.chaperone.phone).toBe('+1 720 555 0009');
});

test('[LO4] who holds the link before they are let in is told no words of earlier sessions', () => {
  const known = { phrase: 'The sea', avoid: ['body_scan'] } as never;
  const told = (session: TestSession) => {
    session.system({ type: 'care.note', care: { ...testFacts(BEGAN), grounding: known } });
    return JSON.stringify(view(session.state, 'client'));
  };
  const outside = new TestSession('dosing');
  outside.connect('client');
  outside.must('client', { type: 'lobby.enter', name: 'Robin' });
  expect(told(outside)).not.toMatch(/The sea|body_scan/);
  expect(told(everybodyIn())).toMatch(/The sea.*body_scan|body_scan.*The sea/);
});

test('[DO4 LO4] nothing is agreed or answered from the lobby once it is not asked any more', () => {
  const agree = { type: 'chaperone.agree', name: 'Sam', phone: '+13035550147' } as const;
  const dosed = everybodyIn().goTo('hold');
  dosed.write('system', null, [
    { type: 'participant.declined', role: 'client' },
    { type: 'participant.declined', role: 'chaperone' },
  ]);
  const asked = { error: { code: 'wrong_phase' } };
  expect(dosed.press('chaperone', agree)).toMatchObject(asked);
  expect(dosed.press('client', atHome)).toMatchObject(asked);
  expect(dosed.press('client', sign('kap'))).toMatchObject(asked);
  // A session without medicine has no duties.
  expect(new TestSession('preparation').press('chaperone', agree)).toMatchObject(asked);
});
