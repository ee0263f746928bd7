import { everybodyIn, MINUTE, TestSession } from '@sojourn/shared/session/test-session';
import { SAME_DAY } from '@sojourn/shared/session/papers';
import { view } from '@sojourn/shared/session/view';
import { describe, expect, test } from 'vitest';
import {
  consentStanding,
  isAhead,
  nextOpen,
  openSections,
  openWords,
  papersOf,
  sections,
  type SectionId,
} from './papers-model.ts';

/** In the lobby, with all papers done. */
function answered(): TestSession {
  const session = new TestSession();
  session.connect('client');
  return session.doPapers();
}

function papers({ state }: TestSession) {
  const found = papersOf(view(state, 'client'));
  if (!found) throw new Error('no papers');
  return found;
}
function all(session: TestSession) {
  const ahead = isAhead(view(session.state, 'client'), session.now);
  return sections(papers(session), session.state.kind, session.now, ahead);
}
const standing = (session: TestSession, id: SectionId) =>
  all(session).find((section) => section.id === id)?.standing;

describe('the sections', () => {
  test('[PA1 PA3 PA5] who opens the page for the first time has everything open, and their own words as they like', () => {
    const session = new TestSession();
    expect(all(session).map(({ id, standing: at }) => [id, at])).toEqual([
      ['path', null],
      ['consents', 'open'],
      ['location', 'open'],
      ['room', 'open'],
      ['body', 'open'],
      ['words', 'free'],
    ]);
  });

  test('[PA1 PA3 PA5] say done of what is answered, and in the room the same as in the lobby', () => {
    const session = answered();
    expect(openSections(all(session))).toEqual([]);
    expect(standing(session, 'words')).toBe('done');
    session.letIn('client');
    expect(view(session.state, 'client').screen).toBe('client');
    expect(openSections(all(session))).toEqual([]);
  });

  test('[GD4] a session without medicine asks for the place, and nothing else', () => {
    const session = new TestSession('integration');
    expect(all(session).map(({ id }) => id)).toEqual(['path', 'location']);
  });

  test('[PA5 PA3] answers of another day are open again, and the rest stays done', () => {
    const session = answered();
    session.now += SAME_DAY + MINUTE;
    expect(standing(session, 'location')).toBe('again');
    expect(standing(session, 'body')).toBe('again');
    expect(standing(session, 'room')).toBe('again');
    expect(standing(session, 'consents')).toBe('done');
    expect(openWords(openSections(all(session)).length)).toBe('3 things are still open.');
  });

  test('[PA5] one answer of today does not make the other one so', () => {
    const session = answered();
    session.now += SAME_DAY + MINUTE;
    session.must('client', { type: 'fasting.report', hours: 4 });
    expect(standing(session, 'body')).toBe('again');
    session.must('client', { type: 'today.report', took: null });
    expect(standing(session, 'body')).toBe('done');
  });

  test('one unticked point opens the room again', () => {
    const session = answered();
    session.must('client', { type: 'checklist.set', item: 'basin', done: false });
    expect(standing(session, 'room')).toBe('open');
  });

  test('lead on to what waits, round the end, and nowhere when nothing does', () => {
    const session = answered();
    session.must('client', { type: 'consent.withdraw', document: 'kap' });
    expect(nextOpen(all(session), 'body')?.id).toBe('consents');
    session.sign('kap');
    expect(nextOpen(all(session), 'body')).toBeNull();
  });

  test('[PA5] days ahead nothing is asked about the day, and on the day it is', () => {
    const session = new TestSession();
    session.now = session.state.scheduledAt - 3 * 24 * 60 * MINUTE;
    expect(openSections(all(session)).map(({ id }) => id)).toEqual(['consents']);
    expect(standing(session, 'location')).toBe('later');
    session.now = session.state.scheduledAt - 60 * MINUTE;
    expect(openSections(all(session))).toHaveLength(4);
  });

  test('[PA3 GD1] who comes days early is asked everything: the guards of the day hold then, too', () => {
    const session = new TestSession();
    session.now = session.state.scheduledAt - 3 * 24 * 60 * MINUTE;
    session.connect('client');
    session.must('client', { type: 'lobby.enter', name: 'Robin' });
    expect(standing(session, 'location')).toBe('open');
    session.must('therapist', { type: 'participant.admit', role: 'client' });
    expect(standing(session, 'location')).toBe('open');
  });

  test('[DO4] are gone at T0, and for ever', () => {
    const session = everybodyIn().goTo('ready');
    expect(papersOf(view(session.state, 'client'))).not.toBeNull();
    session.goTo('hold');
    expect(papersOf(view(session.state, 'client'))).toBeNull();
  });

  test('are the client’s, and of nobody else', () => {
    const { state } = everybodyIn();
    expect(papersOf(view(state, 'therapist'))).toBeNull();
    expect(papersOf(view(state, 'chaperone'))).toBeNull();
  });
});

describe('a consent', () => {
  test('[PA1] to a text that was renewed since is asked for anew', () => {
    const session = answered();
    const older = { document: 'kap', version: '2020-01', name: 'Robin' } as const;
    session.write('client', null, [{ type: 'consent.signed', ...older }]);
    expect(consentStanding(papers(session), 'kap')).toBe('renewed');
    expect(standing(session, 'consents')).toBe('open');
  });

  test('[PA2] that was taken back is open, and can be given again', () => {
    const session = answered();
    session.must('client', { type: 'consent.withdraw', document: 'telehealth' });
    expect(consentStanding(papers(session), 'telehealth')).toBe('unsigned');
    expect(standing(session, 'consents')).toBe('open');
    session.sign('telehealth');
    expect(standing(session, 'consents')).toBe('done');
  });
});
