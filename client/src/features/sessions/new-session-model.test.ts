import { expect, test } from 'vitest';
import { readForm } from './new-session-model.ts';

const form = {
  kind: 'dosing',
  clientName: 'Robin',
  at: '2026-11-23T18:00',
  chaperoneName: '',
  chaperonePhone: '',
} as const;

test('a filled form becomes a request; empty optional fields are left out', () => {
  const read = readForm(form);
  expect(read.ok && read.value).toEqual({
    kind: 'dosing',
    clientName: 'Robin',
    scheduledAt: new Date('2026-11-23T18:00').getTime(),
  });
});

test('[CM3] each fault stands at its field, all at once', () => {
  const read = readForm({ ...form, clientName: '   ', at: '', chaperonePhone: 'soon' });
  expect(read.ok).toBe(false);
  expect(read.ok ? [] : Object.keys(read.error).toSorted()).toEqual([
    'chaperonePhone',
    'clientName',
    'scheduledAt',
  ]);
});
