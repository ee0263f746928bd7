import { expect, test } from 'vitest';
import { createSpeaker, type Saying, type SpeechHost } from './speaker.ts';

/** A browser's voice, played by hand. */
function played(more: Partial<SpeechHost> = {}) {
  const said: Saying[] = [];
  const timers: { act: () => void; off: boolean }[] = [];
  let hushed = 0;
  const speaker = createSpeaker({
    say: (saying) => said.push(saying),
    hush: () => (hushed += 1),
    voices: () => [{ voiceURI: 'urn:a', name: 'A', lang: 'en-GB', localService: true }],
    chosen: () => null,
    lang: () => 'en',
    after(_ms, act) {
      const timer = { act, off: false };
      timers.push(timer);
      return () => (timer.off = true);
    },
    ...more,
  });
  const now = () => {
    const saying = said.at(-1);
    if (!saying) throw new Error('nothing was said');
    return saying;
  };
  const wait = () => {
    for (const timer of timers.splice(0)) if (!timer.off) timer.act();
  };
  return { speaker, said, now, wait, hushed: () => hushed };
}

const LINE = 'Feel the blanket. Let it hold you.';

test('[SP1] a prompt is spoken slowly, sentence after sentence, and its text is in step', () => {
  const { speaker, said, now } = played();
  speaker.speak(LINE);
  expect(now()).toMatchObject({
    words: 'Feel the blanket. ',
    rate: 0.8,
    voiceURI: 'urn:a',
    lang: 'en-GB',
  });
  now().onBegin();
  now().onWord(5);
  expect(speaker.get()).toEqual({ state: 'speaking', text: LINE, said: 8 });
  now().onEnd();
  now().onBegin();
  expect(speaker.get().said).toBe(21);
  now().onEnd();
  expect(speaker.get()).toMatchObject({ state: 'idle', said: LINE.length });
  expect(said).toHaveLength(2);
  speaker.speak(LINE, { slower: true });
  expect(now().rate).toBeLessThan(0.8);
});

test('[SP1] the voice stops at once, and what its browser still tells of it changes nothing', () => {
  const { speaker, said, now, hushed } = played();
  speaker.speak(LINE);
  const first = now();
  first.onBegin();
  const before = hushed();
  speaker.stop();
  expect(hushed()).toBe(before + 1);
  expect(speaker.get().state).toBe('idle');
  first.onFail();
  first.onEnd();
  expect(speaker.get().state).toBe('idle');
  expect(said).toHaveLength(1);
});

test('[SP1 MU4] a voice that begins and never says that it ended holds up neither the next sentence nor the music', () => {
  const { speaker, said, now, wait } = played();
  speaker.speak(LINE);
  const first = now();
  first.onBegin();
  first.onWord(5);
  wait();
  expect(now().words).toBe('Let it hold you.');
  // What the browser says of the one that was given up changes nothing.
  first.onFail();
  first.onEnd();
  expect(said).toHaveLength(2);
  now().onBegin();
  wait();
  expect(speaker.get().state).toBe('idle');
});

test('[SP1] a new line takes the place of the one that is being said', () => {
  const { speaker, now } = played();
  speaker.speak(LINE);
  const first = now();
  speaker.speak('You are home.');
  first.onEnd();
  expect(speaker.get()).toMatchObject({ state: 'speaking', text: 'You are home.', said: 0 });
});

test('[SP1] a browser without a voice, one that fails, and one that never begins say so and stay silent', () => {
  const none = played({ say: null }).speaker;
  none.speak(LINE);
  expect(none.get()).toEqual({ state: 'cannot', text: LINE, said: LINE.length });

  const fails = played();
  fails.speaker.speak(LINE);
  fails.now().onFail();
  expect(fails.speaker.get().state).toBe('cannot');

  const mute = played();
  mute.speaker.speak(LINE);
  mute.wait();
  expect(mute.speaker.get().state).toBe('cannot');

  const slow = played();
  slow.speaker.speak(LINE);
  slow.now().onBegin();
  slow.wait();
  expect(slow.speaker.get().state).toBe('speaking');
});
