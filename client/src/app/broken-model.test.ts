import { expect, test } from 'vitest';
import { mayReload } from './broken-model.ts';

function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as unknown as Storage;
}

test('[WD4] a page that broke loads again by itself, and does not flicker when it breaks again at once', () => {
  const storage = memory();
  expect(mayReload(() => storage, 1_000_000)).toBe(true);
  expect(mayReload(() => storage, 1_001_000)).toBe(false);
  expect(mayReload(() => storage, 1_040_000)).toBe(true);
});

test('[WD4] where nothing can be remembered it waits for a tap', () => {
  const forbidden = () => {
    throw new DOMException('', 'SecurityError');
  };
  expect(mayReload(forbidden, 1_000_000)).toBe(false);
});
