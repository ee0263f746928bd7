import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SessionConnection } from './session-connection.ts';
import { createSessionStore } from './session-store.ts';
import { tellLater } from './tell-later.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function bothOf() {
  const store = createSessionStore(() => 0);
  const connection = { ...store } as unknown as SessionConnection;
  return { store, connection, later: tellLater(connection) };
}

test('what is told later is what stands then, once, however much came meanwhile', () => {
  const { store, connection, later } = bothOf();
  const told: string[] = [];
  connection.subscribe(() => told.push(`at once ${connection.get().link}`));
  later.subscribe(() => told.push(`later ${later.get().link}`));
  store.set({ link: 'lost' });
  expect(later.get().link).toBe('connecting');
  store.set({ link: 'connected' });
  expect(told).toEqual(['at once lost', 'at once connected']);
  vi.runAllTimers();
  expect(told.slice(2)).toEqual(['later connected']);
});

test('whoever left is told nothing, and whoever comes again sees what is true now', () => {
  const { store, later } = bothOf();
  const told = vi.fn<() => void>();
  const leave = later.subscribe(told);
  store.set({ link: 'lost' });
  leave();
  vi.runAllTimers();
  expect(told).not.toHaveBeenCalled();
  store.set({ link: 'connected' });
  later.subscribe(told);
  expect(later.get().link).toBe('connected');
});
