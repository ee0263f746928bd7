import type { SessionSummary } from '@sojourn/shared/http/api';
import { expect, test } from 'vitest';
import { sorted } from './session-list-model.ts';

const session = (id: string, phase: SessionSummary['phase'], scheduledAt: number) => ({
  id,
  clientId: 'c_1',
  kind: 'dosing' as const,
  clientName: 'Robin',
  scheduledAt,
  phase,
});

test('the session that is next, or running, stands first, and what is over is not among the open ones', () => {
  const { open, over } = sorted([
    session('later', 'arrival', 900),
    session('old', 'closed', 100),
    session('running', 'journey', 500),
    session('newer', 'cancelled', 300),
  ]);
  expect(open.map(({ id }) => id)).toEqual(['running', 'later']);
  expect(over.map(({ id }) => id)).toEqual(['newer', 'old']);
});
