import { readdirSync, readFileSync } from 'node:fs';

interface Process {
  pid: number;
  parent: number;
  command: string;
}

/** What runs on this machine, from /proc: Linux only, as these tests are. */
function running(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const [, parent = '0'] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return [{ pid: Number(name), parent: Number(parent), command }];
      } catch {
        // It ended while we looked.
        return [];
      }
    });
}

/** The process whose command line names this file, and its children. */
export function family(file: string): number[] {
  const all = running();
  const heads = all.filter(({ command }) => command.includes(file)).map(({ pid }) => pid);
  const children = all.filter(({ parent }) => heads.includes(parent)).map(({ pid }) => pid);
  return [...new Set([...heads, ...children])];
}
