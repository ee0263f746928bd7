import { expect, test } from 'vitest';
import { z } from 'zod';
import { createKeptChoice } from './kept-choice.ts';

const Choice = z.object({ on: z.boolean() });

function storageOf(entries: Record<string, string> = {}) {
  return {
    entries,
    getItem: (key: string) => entries[key] ?? null,
    setItem: (key: string, value: string) => void (entries[key] = value),
  };
}

test('what was chosen is there on the next visit, and whoever watches hears of it', () => {
  const storage = storageOf();
  const choice = createKeptChoice('c', Choice, { on: false }, () => storage);
  let told = 0;
  choice.subscribe(() => (told += 1));
  choice.set({ on: true });
  expect(told).toBe(1);
  expect(createKeptChoice('c', Choice, { on: false }, () => storage).get()).toEqual({ on: true });
});

test('what cannot be read, and a browser that refuses storage, count as never chosen', () => {
  for (const text of ['{', '{"on":"yes"}', 'null']) {
    const choice = createKeptChoice('c', Choice, { on: false }, () => storageOf({ c: text }));
    expect(choice.get()).toEqual({ on: false });
  }
  const refused = createKeptChoice('c', Choice, { on: false }, () => {
    throw new DOMException('insecure', 'SecurityError');
  });
  expect(refused.get()).toEqual({ on: false });
  refused.set({ on: true });
  expect(refused.get()).toEqual({ on: true });
});
