import { expect, test } from 'vitest';
import { everybodyIn, type TestSession } from './test-session.ts';
import { texts } from './test-markers.ts';
import { view } from './view.ts';

const propose = { type: 'music.propose', what: 'rain' } as const;
const music = (session: TestSession) => session.state.music;

test('[MU1] what the therapist proposes changes nothing of what plays: the client’s side answers, or does not', () => {
  const session = everybodyIn();
  session.must('client', { type: 'music.report', source: 'own', volume: 3 });
  const proposalId = session.must('therapist', propose);
  expect(music(session)).toMatchObject({
    proposal: { proposalId, what: 'rain' },
    playing: { source: 'own' },
  });
  session.must('client', { type: 'music.answer', proposalId, accepted: true });
  expect(music(session)).toMatchObject({
    proposal: null,
    answer: { what: 'rain', accepted: true, at: session.now },
    playing: { source: 'own' },
  });
});

test('[MU1] one proposal at a time: a new one takes its place, an old one can no longer be answered', () => {
  const session = everybodyIn();
  const first = session.must('therapist', propose);
  const second = session.must('therapist', { type: 'music.propose', what: 'fade_out' });
  expect(
    session.press('client', { type: 'music.answer', proposalId: first, accepted: true }),
  ).toMatchObject({ ok: false, error: { code: 'not_found' } });
  session.must('therapist', { type: 'music.withdraw', proposalId: second });
  expect(music(session).proposal).toBeNull();
  expect(session.press('therapist', { type: 'music.withdraw', proposalId: second }).ok).toBe(false);
});

test('[MU2] the therapist is told what plays, once for each change, and nothing of the client’s files', () => {
  const session = everybodyIn();
  session.must('client', { type: 'music.report', source: 'ocean', volume: 2 });
  const { revision } = session.state;
  expect(session.press('client', { type: 'music.report', source: 'ocean', volume: 2 })).toEqual({
    ok: true,
    value: [],
  });
  expect(session.state.revision).toBe(revision);
  expect(view(session.state, 'therapist')).toMatchObject({
    music: { playing: { source: 'ocean', volume: 2 } },
  });
  session.must('client', { type: 'music.report', source: null, volume: 2 });
  expect(music(session).playing).toMatchObject({ source: null });
});

test('[MU2 SC1] the chaperone never learns of music', () => {
  const session = everybodyIn();
  session.must('client', { type: 'music.report', source: 'drone', volume: 5 });
  session.must('therapist', propose);
  const told = texts(view(session.state, 'chaperone'));
  for (const word of ['music', 'drone', 'rain']) expect(told).not.toContain(word);
});
