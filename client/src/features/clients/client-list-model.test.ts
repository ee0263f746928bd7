import type { ClientSummary } from '@sojourn/shared/http/care-api';
import { expect, test } from 'vitest';
import { nextWords, sortedClients, stepStanding } from './client-list-model.ts';

const NOW = Date.UTC(2026, 10, 24, 15, 0);
const client = (clientId: string, more: Partial<ClientSummary> = {}): ClientSummary => ({
  clientId,
  firstName: clientId,
  step: 'dosing',
  stopped: false,
  nextSessionAt: null,
  ...more,
});

test('who comes next stands first, and who stopped is not mistaken for somebody who waits', () => {
  const sorted = sortedClients([
    client('stopped', { stopped: true }),
    client('nothing'),
    client('later', { nextSessionAt: NOW + 9 }),
    client('sooner', { nextSessionAt: NOW + 1 }),
  ]);
  expect(sorted.map(({ clientId }) => clientId)).toEqual(['sooner', 'later', 'nothing', 'stopped']);
  expect(stepStanding(client('stopped', { stopped: true })).words).toBe('Course stopped');
});

test('a session whose time has passed is not called the next one', () => {
  expect(nextWords(client('c', { nextSessionAt: NOW - 1 }), NOW)).toContain('still open');
  expect(nextWords(client('c', { nextSessionAt: NOW + 1 }), NOW)).not.toContain('open');
});
