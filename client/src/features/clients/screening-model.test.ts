import { expect, test } from 'vitest';
import { dayEnds } from '../../connection/dates.ts';
import {
  draftOf,
  readScreening,
  screeningStanding,
  type ScreeningDraft,
} from './screening-model.ts';
import { A_DAY, NOW, TODAY, viewAfter } from './test-care-view.ts';

const care = viewAfter([]);
const draft: ScreeningDraft = {
  ...draftOf(care, NOW),
  outcome: 'cleared',
  by: 'Dr. Okafor',
  validUntil: '2027-02-28',
};
const faults = (change: Partial<ScreeningDraft>) => {
  const read = readScreening({ ...draft, ...change }, care, NOW);
  return read.ok ? [] : Object.keys(read.error);
};

test('a clearance holds to the end of its last day', () => {
  const read = readScreening(draft, care, NOW);
  expect(read.ok && read.value).toMatchObject({
    screening: { outcome: 'cleared', validUntil: dayEnds('2027-02-28') },
  });
});

test('only a clearance has a last day, also where one was typed before the answer was changed', () => {
  const read = readScreening({ ...draft, outcome: 'not_cleared' }, care, NOW);
  expect(read.ok && read.value).toMatchObject({ screening: { validUntil: null } });
});

test.each([
  [{ outcome: null }, ['outcome']],
  [{ by: '' }, ['by']],
  [{ validUntil: '' }, ['validUntil']],
  [{ validUntil: '2026-11-01' }, ['validUntil']],
  [{ decidedAt: '2026-11-25' }, ['decidedAt']],
  [{ decidedAt: '' }, ['decidedAt']],
] as const)('[CM3] %j is said at its field', (change, fields) => {
  expect(faults(change)).toEqual(fields);
});

test('a decision of today is not in the future', () => {
  expect(faults({ decidedAt: TODAY })).toEqual([]);
});

test('what ran out is not called cleared', () => {
  const decided = { outcome: 'cleared', by: 'Dr. Okafor', decidedAt: NOW - 9 * A_DAY } as const;
  const at = (validUntil: number) => screeningStanding({ ...decided, validUntil }, NOW);
  expect(at(NOW + 1).words).toMatch(/^Cleared until/);
  expect(at(NOW).words).toMatch(/^Ran out/);
  expect([at(NOW + 1).tone, at(NOW).tone]).toEqual(['ok', 'lost']);
  expect(screeningStanding(null, NOW).tone).toBe('waiting');
});
