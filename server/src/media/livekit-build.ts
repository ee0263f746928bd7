import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const tellEvery = 5000;
const draftPrefix = 'build-';
/** Milliseconds after which no build can still be under way. */
const abandonedAfter = 3_600_000;
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/**
 * Builds LiveKit with Go into a folder beside `target` and renames it there when it is whole, so
 * that an interrupted build is never mistaken for a server.
 * @returns undefined, or what went wrong.
 */
export async function buildLiveKit(
  version: string,
  target: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const folder = dirname(target);
  removeAbandoned(folder);
  const draft = mkdtempSync(join(folder, draftPrefix));
  const began = performance.now();
  const seconds = (): number => Math.round((performance.now() - began) / 1000);
  tell(`Building LiveKit ${version}, once; this takes 2 to 3 minutes …`);
  const progress = setInterval(() => tell(`  … building LiveKit, ${seconds()} s`), tellEvery);
  try {
    const fault = await goInstall(
      `github.com/livekit/livekit-server/cmd/server@v${version}`,
      draft,
      signal,
    );
    if (fault !== undefined) return fault;
    renameSync(join(draft, 'server'), target);
    tell(`LiveKit ${version} is built (${seconds()} s) and kept as ${target}`);
    return undefined;
  } finally {
    clearInterval(progress);
    rmSync(draft, { recursive: true, force: true });
  }
}

async function goInstall(
  module: string,
  folder: string,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  // `env` passes our environment on: Go needs its proxy, cache and home settings.
  const child = spawn('env', [`GOBIN=${folder}`, 'CGO_ENABLED=0', 'go', 'install', module], {
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(signal && { signal }),
  });
  // An abort is told as an error too; the code below says enough.
  child.on('error', () => undefined);
  let said = '';
  child.stderr
    .setEncoding('utf8')
    .on('data', (text: string) => (said = (said + text).slice(-2000)));
  const [code] = (await once(child, 'close')) as [number | null];
  return code === 0 ? undefined : said.trim().split('\n').at(-1) || `go ended with ${code}`;
}

function removeAbandoned(folder: string): void {
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(draftPrefix))) {
    const draft = join(folder, name);
    if (Date.now() - statSync(draft).mtimeMs > abandonedAfter)
      rmSync(draft, { recursive: true, force: true });
  }
}
