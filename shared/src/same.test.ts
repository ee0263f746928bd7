import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSame } from './same.ts';

test('[CC4] the same news is told apart from other news, in whatever order its keys come', () => {
  expect(isSame({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 })).toBe(true);
  for (const [left, right] of [
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { a: 1, b: 1 }],
    [{ a: 1 }, { b: 1 }],
    [{ a: undefined }, { b: undefined }],
    [
      [1, 2],
      [2, 1],
    ],
    [[], {}],
    [[1], { 0: 1 }],
    [null, {}],
    [0, false],
    ['1', 1],
  ]) {
    expect([left, right, isSame(left, right)]).toEqual([left, right, false]);
    expect(isSame(right, left)).toBe(false);
  }
});

test('[CC4] whatever the news, a copy of it is the same', () => {
  const found = fc.check(
    fc.property(fc.jsonValue(), (value) => {
      const copy: unknown = JSON.parse(JSON.stringify(value));
      return isSame(JSON.parse(JSON.stringify(value)), copy);
    }),
  );
  expect(found.failed).toBe(false);
});
