import { Command } from '@sojourn/shared/session/command';
import { SAME_DAY } from '@sojourn/shared/session/papers';
import { MINUTE, TestSession } from '@sojourn/shared/session/test-session';
import { view } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import { faultsOf } from '../../connection/faults.ts';
import { elsewhereCommand, locationStanding, placeWords, statesWords } from './location-model.ts';
import { papersOf, sections } from './papers-model.ts';

const provo = { street: '5 Salt St', city: 'Provo', state: 'UT', zip: '84601', doorNotes: ' ' };

function standingOf({ state, now }: TestSession) {
  const papers = papersOf(view(state, 'client'));
  if (!papers) throw new Error('no papers');
  return { ...locationStanding(papers, now), mark: sections(papers, 'dosing', now)[2]?.standing };
}

test('[PA4] in a state that is not the practice’s the page stops, and can be put right', () => {
  const session = new TestSession();
  session.must('client', elsewhereCommand(provo));
  expect(standingOf(session)).toMatchObject({
    standing: 'stopped',
    said: { place: 'elsewhere', state: 'UT' },
    mark: 'stopped',
  });
  session.must('client', { type: 'location.attest', elsewhere: null });
  expect(standingOf(session)).toMatchObject({ standing: 'said', mark: 'done' });
});

test('[PA3 PA5] what was confirmed on another day is asked again, wherever it was', () => {
  const session = new TestSession();
  session.must('client', elsewhereCommand(provo));
  session.now += SAME_DAY + MINUTE;
  expect(standingOf(session)).toMatchObject({ standing: 'again', mark: 'again' });
});

test('[PA3 CM3] an address is checked by the server’s own schema, each fault at its field', () => {
  const faulty = Command.safeParse(
    elsewhereCommand({ street: '', city: 'Provo', state: '', zip: '846', doorNotes: '' }),
  );
  expect(faulty.success ? {} : faultsOf(faulty.error)).toEqual({
    'elsewhere.street': 'The street is missing.',
    'elsewhere.state': 'Choose the state.',
    'elsewhere.zip': 'The ZIP code has five digits, for example 80203.',
  });
  expect(elsewhereCommand(provo)).toMatchObject({ elsewhere: { doorNotes: null } });
});

test('[PA4] says where the practice is licensed as one says it', () => {
  expect(statesWords(['CO'])).toBe('Colorado');
  expect(statesWords(['CO', 'UT'])).toBe('Colorado and Utah');
  expect(statesWords(['CO', 'UT', 'ME'])).toBe('Colorado, Utah and Maine');
  expect(placeWords({ place: 'home', state: 'CO', at: 0 })).toBe('At home, in Colorado');
});
