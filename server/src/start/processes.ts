import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** True while the process runs. One that ended but was never collected by its parent counts as ended. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it exists, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const state = procFile(pid, 'stat')?.match(/\) (\w)/)?.[1];
  return state !== 'Z';
}

/**
 * The command line of a process, '' when there is none. Process IDs are reused after a crash or
 * a reboot, so a pid file is believed only when the command line fits.
 */
export function commandLine(pid: number): string {
  const fromProc = procFile(pid, 'cmdline');
  if (fromProc !== undefined) return fromProc.replaceAll('\0', ' ').trim();
  try {
    return execFileSync('ps', ['-ww', '-p', String(pid), '-o', 'command='], {
      encoding: 'utf8',
    }).trim();
  } catch {
    return '';
  }
}

/** The first living process whose command line contains `mark`. */
export function findByCommandLine(mark: string): number | undefined {
  if (existsSync('/proc/self')) {
    const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
    return pids.find((pid) => runningAs(pid, mark) !== undefined);
  }
  const all = execFileSync('ps', ['-axww', '-o', 'pid=,command='], { encoding: 'utf8' });
  return Number.parseInt(all.split('\n').find((line) => line.includes(mark)) ?? '') || undefined;
}

/** The pid when that process is alive and its command line contains `mark`. */
export function runningAs(pid: number | undefined, mark: string): number | undefined {
  return pid !== undefined && isAlive(pid) && commandLine(pid).includes(mark) ? pid : undefined;
}

/** Signals to send in turn, each with the milliseconds to wait for the process to go. */
export type Farewell = readonly (readonly [NodeJS.Signals, number])[];

/** @throws Error when the process is still there after the last signal. */
export async function stopProcess(pid: number, farewell: Farewell): Promise<void> {
  for (const [signal, patience] of farewell) {
    if (!isAlive(pid)) return;
    sendSignal(pid, signal);
    if (await becomesTrue(() => !isAlive(pid), patience)) return;
  }
  throw new Error(`Process ${pid} did not stop`);
}

/** Polls until `condition` holds or `limit` milliseconds have passed; says whether it held. */
export async function becomesTrue(
  condition: () => boolean | Promise<boolean>,
  limit: number,
  interval = 25,
): Promise<boolean> {
  const end = performance.now() + limit;
  for (;;) {
    if (await condition()) return true;
    if (performance.now() >= end) return false;
    await wait(interval);
  }
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // It may end between our look and our signal.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function procFile(pid: number, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return undefined;
  }
}
