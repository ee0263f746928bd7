import type { SessionView } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import { isUnreached } from './reach.ts';

const view = {} as SessionView;
const lost = { view, link: 'lost', linkSince: 0, ended: null } as const;

test('[WD3] a line that is lost for five seconds is taken for gone, a blink is not', () => {
  expect(isUnreached(lost, 4_999)).toBe(false);
  expect(isUnreached(lost, 5_000)).toBe(true);
  expect(isUnreached({ ...lost, link: 'connected' }, 60_000)).toBe(false);
});

test('[WD3] a page without a view shows what it has as soon as the server does not answer, or does not in time', () => {
  expect(isUnreached({ ...lost, view: null }, 0)).toBe(true);
  const opening = { ...lost, view: null, link: 'connecting' } as const;
  expect(isUnreached(opening, 4_999)).toBe(false);
  expect(isUnreached(opening, 5_000)).toBe(true);
});

test('[IN3] who has no place any more reads that, and no card', () => {
  expect(isUnreached({ ...lost, ended: 'replaced' }, 60_000)).toBe(false);
});
