import { expect, test } from 'vitest';
import { everybodyIn } from './test-session.ts';

test('[LN2] who talked on the line, and until when, is in the record once, however often and late LiveKit tells it', () => {
  const session = everybodyIn();
  const before = session.record.length;
  const note = (role: 'therapist' | 'chaperone', on: boolean) =>
    session.system({ type: 'line.note', role, on });
  note('chaperone', false);
  note('chaperone', true);
  note('chaperone', true);
  note('therapist', true);
  note('chaperone', false);
  note('chaperone', false);
  expect(session.record.slice(before).map(({ event }) => event)).toEqual([
    { type: 'line.joined', role: 'chaperone' },
    { type: 'line.joined', role: 'therapist' },
    { type: 'line.left', role: 'chaperone' },
  ]);
  expect(session.state.onLine).toEqual(['therapist']);
});
