import { expect, test } from 'vitest';
import { closed } from './noise.ts';

test('[MU3] a loop goes on from its end without a jump, so that it never clicks', () => {
  // A slow wave that does not come out even: cut off, it would jump.
  const wave = Float32Array.from({ length: 1_100 }, (_, i) => Math.sin(i / 37));
  const loop = closed(wave, 100);
  expect(loop).toHaveLength(1_000);
  const steps = [...loop].map((value, i) => Math.abs(value - (loop[(i + 1) % loop.length] ?? 0)));
  expect(Math.max(...steps)).toBeLessThan(0.06);
});
