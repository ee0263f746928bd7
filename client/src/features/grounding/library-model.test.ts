import { promptById, PROMPTS } from '@sojourn/shared/session/prompt-library';
import { everybodyIn, MINUTE, type TestSession } from '@sojourn/shared/session/test-session';
import { view, type TherapistView } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import { groupsOf, itemsOf, listed, needsOf, search, suggestions } from './library-model.ts';

const seen = (session: TestSession) => view(session.state, 'therapist') as TherapistView;
const suggestedIn = (session: TestSession) => {
  const known = seen(session);
  return suggestions(known, itemsOf(known), session.now).map(({ item }) => item);
};
const found = (session: TestSession, typed: string) =>
  search(itemsOf(seen(session)), typed).map(({ promptId }) => promptId);

test('[GR1 GR12] the whole library, and their own sentence, stand under its kinds, what fits the phase first', () => {
  const groups = groupsOf(itemsOf(seen(everybodyIn().goTo('journey'))));
  expect(groups.flatMap(({ items }) => items)).toHaveLength(PROMPTS.length + 1);
  for (const { items } of groups) {
    const fits = items.map((entry) => entry.fits);
    expect(fits).toEqual(fits.toSorted((a, b) => Number(b) - Number(a)));
  }
});

test('[GR12 EB4] the list holds what fits the phase, so that a keyboard is soon through it; letters and a tap find the rest', () => {
  const items = itemsOf(seen(everybodyIn().goTo('setup')));
  const ids = (typed: string, all: boolean) => listed(items, typed, all).map((i) => i.promptId);
  expect(ids('', false)).not.toContain('the-blanket');
  expect(ids('', false).length).toBeLessThan(20);
  expect(ids('blank', false)).toContain('the-blanket');
  expect(ids('', true)).toHaveLength(items.length);
});

test('[GR12] a few letters find a prompt by its name, its words, what it leans on and what it helps with', () => {
  const session = everybodyIn();
  expect(found(session, 'blank')).toContain('the-blanket');
  expect(found(session, 'SHORE')).toEqual(['sea-breath']);
  expect(found(session, 'music')).toContain('like-a-boat');
  const sick = found(session, 'naus');
  expect(sick.every((id) => promptById(id)?.helps.includes('nausea'))).toBe(true);
  expect(sick.length).toBeGreaterThan(3);
  expect(found(session, 'nausea head')).toEqual(['still-head']);
  expect(found(session, 'zzz')).toEqual([]);
  // What is called so comes first.
  expect(found(session, 'feet')[0]).toBe('feet');
});

test('[GR12] what was marked lately decides what is suggested, and what is bad for it is left out', () => {
  const session = everybodyIn().goTo('journey');
  session.must('therapist', { type: 'mark.record', mark: 'nausea' });
  expect(needsOf(seen(session), session.now)).toEqual(['nausea']);
  const suggested = suggestedIn(session);
  expect(suggested.length).toBeGreaterThan(1);
  expect(suggested.length).toBeLessThanOrEqual(4);
  for (const { promptId, fits } of suggested) {
    expect(promptById(promptId)?.helps).toContain('nausea');
    expect(promptById(promptId)?.notWith ?? []).not.toContain('nausea');
    expect(fits).toBe(true);
  }
  session.now += 21 * MINUTE;
  expect(needsOf(seen(session), session.now)).toEqual([]);
});

test('[GR12] the client’s own “stay with me” is a need, too', () => {
  const session = everybodyIn().goTo('journey');
  session.must('client', { type: 'pace.signal', kind: 'stay' });
  expect(suggestedIn(session).every(({ helps }) => helps.includes('lonely'))).toBe(true);
});

test('[GR7 GR12] what the client would rather not have is never suggested, and says so in the library', () => {
  const session = everybodyIn();
  session.must('client', { type: 'avoid.mark', caution: 'breath_focus', on: true });
  session.goTo('journey');
  session.must('therapist', { type: 'mark.record', mark: 'fear' });
  for (const { promptId } of suggestedIn(session)) {
    expect(promptById(promptId)?.cautions).not.toContain('breath_focus');
  }
  const marked = itemsOf(seen(session)).filter(({ avoid }) => avoid !== null);
  expect(marked.map(({ promptId }) => promptId)).toContain('longer-out-breath');
});

test('[GR12] what was just there is not suggested again, and nothing is offered by itself', () => {
  const session = everybodyIn().goTo('journey');
  session.must('therapist', { type: 'mark.record', mark: 'fear' });
  const [first] = suggestedIn(session);
  expect(session.state.prompts).toEqual([]);
  session.must('therapist', { type: 'prompt.offer', promptId: first?.promptId ?? '' });
  expect(suggestedIn(session).map(({ promptId }) => promptId)).not.toContain(first?.promptId);
});

test('[GR8 GR9] favourites, the client’s own sentence and the practice’s exercises stand on top', () => {
  const session = everybodyIn();
  const { care } = session.state;
  const exercise = {
    exerciseId: 'e1',
    title: 'The river',
    kind: 'place' as const,
    lines: ['See it.'],
  };
  session.system({
    type: 'care.note',
    care: {
      ...care,
      grounding: { favourites: ['feet'], avoid: [], phrase: 'The sea is near' },
      policy: { ...care.policy, exercises: [exercise] },
    },
  });
  const [helped, own] = groupsOf(itemsOf(seen(session)));
  expect(helped?.items.map(({ promptId }) => promptId)).toEqual(['feet']);
  expect(own?.items.map(({ promptId }) => promptId)).toEqual(['phrase', 'practice/e1']);
  expect(found(session, 'river')).toEqual(['practice/e1']);
});
