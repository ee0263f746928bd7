import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { createLogger } from '../logger.ts';
import { keepRunning } from './keep-running.ts';
import { becomesTrue, commandLine, isAlive, stopProcess } from './processes.ts';

const log = createLogger('silent');

async function sleeper(script = 'setInterval(() => {}, 1000)'): Promise<number> {
  const child = spawn(process.execPath, ['-e', script, 'sleeper'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child, 'spawn');
  return child.pid ?? 0;
}

test('a process that dies is started again, also when the first try fails', async () => {
  let starts = 0;
  let current = await sleeper();
  const end = keepRunning(
    current,
    async () => {
      starts += 1;
      if (starts === 1) throw new Error('not yet');
      return (current = await sleeper());
    },
    log,
    'test',
  );
  process.kill(current, 'SIGKILL');
  expect(await becomesTrue(() => starts === 2 && isAlive(current), 10_000)).toBe(true);
  expect(await end()).toBe(current);

  // Nobody watches it any more.
  process.kill(current, 'SIGKILL');
  await becomesTrue(() => starts > 2, 1200);
  expect(starts).toBe(2);
});

test('a process that ignores the polite signal is stopped by the next', async () => {
  const pid = await sleeper(`process.on('SIGINT', () => {}); setInterval(() => {}, 1000)`);
  expect(await becomesTrue(() => commandLine(pid).endsWith('sleeper'), 2000)).toBe(true);
  await stopProcess(pid, [
    ['SIGINT', 200],
    ['SIGKILL', 2000],
  ]);
  expect(isAlive(pid)).toBe(false);
});
