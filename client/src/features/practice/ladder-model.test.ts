import { DEFAULT_POLICY } from '@sojourn/shared/care/practice';
import { DEFAULT_LADDER } from '@sojourn/shared/session/ladder';
import { expect, test } from 'vitest';
import {
  draftOfLadder,
  isDefaultLadder,
  offWords,
  stepWords,
  withStep,
  type StepDraft,
} from './ladder-model.ts';
import { draftOf, readPractice } from './practice-model.ts';

const first = draftOfLadder().high[0] as StepDraft;
const readWith = (change: Partial<StepDraft>, at = 0) => {
  const draft = draftOf(DEFAULT_POLICY);
  const high = draft.ladder.high.map((step, n) => (n === at ? { ...step, ...change } : step));
  return readPractice({ ...draft, ladder: { ...draft.ladder, high } });
};
const faultsWith = (change: Partial<StepDraft>, at = 0) => {
  const read = readWith(change, at);
  return read.ok ? {} : read.error;
};

test('[AL9] the default is not written down; what differs from it is, as it was typed', () => {
  expect(readPractice(draftOf(DEFAULT_POLICY))).toEqual({ ok: true, value: DEFAULT_POLICY });
  const read = readWith({ after: '20', channels: ['call'] }, 1);
  expect(read).toMatchObject({ ok: true, value: { ladder: { medium: DEFAULT_LADDER.medium } } });
  if (!read.ok) return;
  expect(read.value.ladder?.high[1]).toEqual({
    ...DEFAULT_LADDER.high[1],
    after: 20,
    channels: ['call'],
  });
  const again = draftOfLadder(read.value.ladder);
  expect(isDefaultLadder(again)).toBe(false);
  expect(again.high[1]?.after).toBe('20');
});

test.each([
  [{ after: '' }, 'ladder.high.0.after', 'is missing'],
  [{ after: 'soon' }, 'ladder.high.0.after', 'whole number'],
  [{ after: '4000' }, 'ladder.high.0.after', '0 to 3600'],
  [{ every: '5' }, 'ladder.high.0.every', '10 to 3600'],
  [{ every: '1.5' }, 'ladder.high.0.every', 'whole number'],
] as const)('[AL9 CM3] %j is said where it stands, before it is sent', (change, field, words) => {
  expect(faultsWith(change)).toEqual({ [field]: expect.stringContaining(words) as string });
});

test('[AL9 CM3] a high alert whose first step comes after a minute is refused in words', () => {
  const draft = draftOf(DEFAULT_POLICY);
  const high = draft.ladder.high.map((step) => ({ ...step, after: '60' }));
  const read = readPractice({ ...draft, ladder: { ...draft.ladder, high } });
  expect(read.ok ? {} : read.error).toEqual({
    'ladder.high': expect.stringContaining('within 15 seconds') as string,
  });
});

test('[AL9] a ladder that ends before somebody answers is refused in words', () => {
  expect(faultsWith({ every: '' }, 3)).toEqual({
    'ladder.high': expect.stringContaining('repeated until somebody answers') as string,
  });
});

test('[AL9] a step reads as a sentence', () => {
  const words = draftOfLadder().high.map((step) => {
    const { when, what } = stepWords(step);
    return `${when}: ${what}`;
  });
  expect(words).toEqual([
    'At once: App message and text message to the chaperone',
    'After 10 seconds: Phone call to the chaperone',
    'After 30 seconds: Text message and phone call to the emergency contact; the therapist is shown the dispatch line',
    'After 45 seconds, then every 45 seconds: App message, text message and phone call to chaperone and emergency contact, by turns',
    '60 seconds after “I’m going”, then every 60 seconds: App message, text message and phone call to chaperone and emergency contact, by turns',
  ]);
  expect(stepWords({ ...first, after: '180', channels: [] })).toEqual({
    when: 'After 3 minutes',
    what: 'Nothing yet',
  });
  expect(stepWords({ ...first, after: 'x' }).when).toBe('After … seconds');
});

test('[AL9] a new step has a name of its own, also after one was taken out', () => {
  const three = withStep(withStep(withStep([])));
  expect(three.map(({ step }) => step)).toEqual(['step_1', 'step_2', 'step_3']);
  const [one, , last] = three;
  const names = withStep([one, last].filter((step) => step !== undefined)).map(({ step }) => step);
  expect(new Set(names).size).toBe(3);
});

test('[AL11] what the server cannot send is named, and only what the ladder asks for', () => {
  const on = { push: true, sms: true, call: true };
  expect(offWords(draftOfLadder(), on)).toBeNull();
  expect(offWords(draftOfLadder(), { ...on, sms: false, call: false })).toContain(
    'Text messages and phone calls are not configured on this server',
  );
  const pushOnly = { high: [{ ...first, channels: ['push' as const] }], medium: [], low: [] };
  expect(offWords(pushOnly, { ...on, sms: false })).toBeNull();
});
