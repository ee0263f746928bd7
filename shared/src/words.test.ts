import { expect, test } from 'vitest';
import { words } from './words.ts';

test('[LA2] a template is filled once: what a person wrote in braces stays as they wrote it', () => {
  expect(words('{name} wrote {words}', { name: 'Robin', words: '{name}' })).toBe(
    'Robin wrote {name}',
  );
  expect(words('A place {unknown}')).toBe('A place {unknown}');
});
