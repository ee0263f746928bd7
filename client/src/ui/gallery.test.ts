import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const gallery = ['', '-actions', '-dialogs', '-fields', '-forms', '-words']
  .map((part) => read(`./gallery${part}.tsx`))
  .join('\n');

/** What the index gives to features that is drawn: names with a capital, types left out. */
const primitives = [...read('./index.ts').matchAll(/export \{([^}]+)\}/g)]
  .flatMap(([, names = '']) => names.split(','))
  .map((name) => name.trim())
  .filter((name) => /^[A-Z]\w+$/.test(name));

test.each(primitives)('[EB3] the page of all primitives shows %s', (name) => {
  expect(gallery).toMatch(new RegExp(`<${name}[\\s/>]`));
});

test('[EB3] there are primitives to show', () => {
  expect(primitives.length).toBeGreaterThan(25);
});
