import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { chainFault } from './record.ts';

function chain(...texts: string[]) {
  let hash = 'sojourn:s';
  return texts.map((recorded, index) => {
    hash = createHash('sha256').update(`${hash}\n${recorded}`).digest('hex');
    return { seq: index + 1, recorded, hash };
  });
}

test('[ES4] a record holds, and one that was changed, cut in the middle or told twice does not', () => {
  const [a, b, c] = chain('{"a":1}', '{"b":2}', '{"c":3}');
  if (!a || !b || !c) throw new Error('Three events');
  expect(chainFault('s', [a, b, c])).toBeNull();
  expect(chainFault('s', [a, { ...b, recorded: '{"b":3}' }, c])).toContain('event 2');
  expect(chainFault('s', [a, c])).toContain('event 2 is missing');
  expect(chainFault('s', [a, b, b])).toContain('event 3 is missing');
  expect(chainFault('other', [a, b, c])).toContain('event 1');
});
