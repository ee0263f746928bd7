import { expect, test } from 'vitest';
import type { CareFacts } from '../care/facts.ts';
import { testFacts } from '../care/test-care.ts';
import { entryGuards } from './guard.ts';
import { BEGAN, creation, everybodyIn, TestSession } from './test-session.ts';
import { therapistView } from './view.ts';

const facts = testFacts(BEGAN);
const changed = (change: Partial<CareFacts>): CareFacts => ({ ...facts, ...change });
const note = (session: TestSession, care: CareFacts) => session.system({ type: 'care.note', care });
const unmet = ({ state, now }: TestSession) =>
  entryGuards(therapistView(state), 'setup', now).flatMap(({ guard, met }) => (met ? [] : [guard]));

test('[CC4] what the course of care says now is what the session decides by now', () => {
  const session = everybodyIn().doPapers();
  expect(unmet(session)).toEqual([]);
  const stopped = changed({ stopped: true });
  expect(note(session, stopped)).toEqual([{ type: 'care.noted', care: stopped }]);
  expect(unmet(session)).toEqual(['course_open']);
  note(session, changed({ screening: null, orders: [] }));
  expect(unmet(session)).toEqual(['clearance', 'order']);
  note(session, facts);
  expect(unmet(session)).toEqual([]);
});

test('[CC4] the same news again is no event, in whatever order its keys come', () => {
  const session = everybodyIn();
  const again = Object.fromEntries(Object.entries(facts).toReversed()) as typeof facts;
  expect(note(session, again)).toEqual([]);
});

test.each(['closed', 'cancelled'] as const)(
  '[CC4] the record of a %s session keeps what was known then',
  (phase) => {
    const session = everybodyIn('preparation').goTo(phase);
    expect(note(session, changed({ stopped: true, orders: [] }))).toEqual([]);
    expect(session.state.care).toEqual(facts);
  },
);

test('[CC4 AL7] a phone number that is corrected in the client’s record is the one to call in the open session', () => {
  const session = everybodyIn();
  const corrected = {
    ...facts.record,
    phone: '+17205550001',
    chaperone: { name: 'Sam', phone: '+17205550002' },
  };
  note(session, changed({ record: corrected }));
  expect(therapistView(session.state).phones).toEqual({
    client: '+17205550001',
    chaperone: '+17205550002',
  });
});

test('[CC4 AL7] a number that a person gave in the session themselves outranks the record', () => {
  const session = new TestSession();
  session.must('chaperone', { type: 'lobby.enter', name: 'Sam', phone: '+1 720 555 0009' });
  const chaperone = { name: 'Sam', phone: '+17205550002' };
  note(session, changed({ record: { ...facts.record, chaperone } }));
  expect(session.state.people.chaperone.phone).toBe('+1 720 555 0009');
});

const { record } = facts;
test.each<[string, Partial<CareFacts['record']>]>([
  ['the client’s phone', { phone: null }],
  ['the chaperone’s phone', { chaperone: null }],
  ['an emergency contact', { emergencyContacts: [] }],
  ['the local dispatch line', { dispatchLine: null }],
])('[GD1 CC4] nobody is dosed without %s, and that is what is named', (what, change) => {
  const session = everybodyIn();
  note(session, changed({ record: { ...record, ...change } }));
  const ready = entryGuards(therapistView(session.state), 'ready', session.now);
  expect(ready.find(({ guard }) => guard === 'contacts')).toMatchObject({
    met: false,
    turn: 'therapist',
    words: `The client’s record lacks ${what}.`,
  });
});

test('[CC4 ES4] a session from before there were client records knows nothing, and doses nobody', () => {
  const { care: _care, ...before } = creation('dosing');
  const session = everybodyIn('dosing', before);
  expect(session.state.care).toMatchObject({ clientId: null, orders: [], screening: null });
  expect(unmet(session)).toEqual(expect.arrayContaining(['clearance', 'order']));
});

test.each([true, false])(
  '[CC3] the client who stops says whether the whole course stops, too: %j, also from the lobby',
  (stopsCourse) => {
    for (const session of [new TestSession(), everybodyIn().goTo('ready')]) {
      session.must('client', { type: 'session.cancel', reason: 'Not for me', stopsCourse });
      expect(session.record.at(-1)).toMatchObject({
        actor: 'client',
        event: { type: 'session.cancelled', reason: 'Not for me', stopsCourse },
      });
    }
  },
);
