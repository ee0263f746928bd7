import { expect, test } from 'vitest';
import { sayIn } from '../client/src/service-worker/push-words.ts';
import { pushWords } from '../server/src/notify/words.ts';

const EVERY = [
  { drill: true, high: true },
  { drill: false, high: true },
  { drill: false, high: false },
];

test.each(EVERY)('[LA1 PN1] what the server pushes for %j is known in Spanish', (wanted) => {
  const say = sayIn('es');
  for (const words of Object.values(pushWords(wanted))) expect(say(words)).not.toBe(words);
});
