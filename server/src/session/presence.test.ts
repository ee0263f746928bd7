import { err, ok } from '@sojourn/shared/result';
import type { SystemCommand } from '@sojourn/shared/session/command';
import { reject } from '@sojourn/shared/rejection';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLogger } from '../logger.ts';
import type { Executor } from './execute.ts';
import { createPresence } from './presence.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A database that can be away: what was recorded, in its order. */
function fakeDatabase() {
  const recorded: string[] = [];
  const database: { state: 'up' | 'away' | 'broken' } = { state: 'up' };
  const executeSystem = async (_sessionId: string, command: SystemCommand) => {
    await Promise.resolve();
    if (database.state === 'away') return err(reject('unavailable', 'away'));
    if (database.state === 'broken') throw new Error('a fault of ours');
    if ('connectionId' in command)
      recorded.push(`${command.type.slice(9)} ${command.connectionId}`);
    return ok({ revision: recorded.length });
  };
  const presence = createPresence({ executeSystem } as unknown as Executor, createLogger('silent'));
  return { recorded, database, presence };
}
const chaperone = (connectionId: string, sessionId = 's') => ({
  sessionId,
  role: 'chaperone' as const,
  connectionId,
});

test('[PR2] through an outage, the old phone’s end is recorded before the new one’s beginning, as it happened', async () => {
  const { presence, database, recorded } = fakeDatabase();
  await presence.connect(chaperone('old'));
  database.state = 'away';
  void presence.disconnect(chaperone('old'));
  await vi.advanceTimersByTimeAsync(2_500);
  void presence.connect(chaperone('new'));
  await vi.advanceTimersByTimeAsync(700);
  expect(recorded).toEqual(['connect old']);
  database.state = 'up';
  await vi.advanceTimersByTimeAsync(3_000);
  expect(recorded).toEqual(['connect old', 'disconnect old', 'connect new']);
});

test('[PR2] a phone that came and went during the outage is recorded as both', async () => {
  const { presence, database, recorded } = fakeDatabase();
  database.state = 'away';
  void presence.connect(chaperone('a'));
  void presence.disconnect(chaperone('a'));
  await vi.advanceTimersByTimeAsync(60_000);
  database.state = 'up';
  await vi.advanceTimersByTimeAsync(3_000);
  expect(recorded).toEqual(['connect a', 'disconnect a']);
});

test('[PR2] a step that failed by a fault of ours does not leave a dead phone counted as connected', async () => {
  const { presence, database, recorded } = fakeDatabase();
  await presence.connect(chaperone('a'));
  database.state = 'broken';
  await expect(presence.connect(chaperone('b'))).rejects.toThrow('a fault of ours');
  await expect(presence.disconnect(chaperone('b'))).resolves.toBeUndefined();
  database.state = 'up';
  await presence.disconnect(chaperone('a'));
  expect(recorded).toEqual(['connect a', 'disconnect a']);
});

test('[PR2] an outage of one session’s record holds up no other session', async () => {
  const { presence, database, recorded } = fakeDatabase();
  database.state = 'away';
  void presence.connect(chaperone('a', 's1'));
  await vi.advanceTimersByTimeAsync(10);
  database.state = 'up';
  await presence.connect(chaperone('b', 's2'));
  expect(recorded).toEqual(['connect b']);
});
