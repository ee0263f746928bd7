import { expect, test } from 'vitest';
import { everybodyIn } from './test-session.ts';

const take = { type: 'line.take' } as const;
const leave = { type: 'line.leave' } as const;

test('[LN2] who took the line, and who hung up, is in the record; the client can do neither', () => {
  const session = everybodyIn();
  session.must('client', { type: 'alert.raise', kind: 'help' });
  const before = session.record.length;
  session.must('chaperone', take);
  session.must('therapist', take);
  session.must('chaperone', leave);
  expect(session.press('client', take)).toMatchObject({ error: { code: 'not_allowed' } });
  expect(session.press('client', leave)).toMatchObject({ error: { code: 'not_allowed' } });
  expect(session.record.slice(before).map(({ event }) => event)).toEqual([
    { type: 'line.taken', role: 'chaperone' },
    { type: 'line.taken', role: 'therapist' },
    { type: 'line.left', role: 'chaperone' },
  ]);
});

test('[LN1 LN2] there is no line to take without an alert or a call, and hanging up is never refused', () => {
  const session = everybodyIn();
  expect(session.press('therapist', take)).toMatchObject({ error: { code: 'wrong_phase' } });
  expect(session.press('therapist', leave)).toMatchObject({ ok: true });
  session.must('chaperone', { type: 'call.ask' });
  expect(session.press('therapist', take)).toMatchObject({ ok: true });
});
