import { execFile } from 'node:child_process';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildLiveKit } from './livekit-build.ts';

const livekitVersion = '1.13.5';
const image = `livekit/livekit-server:v${livekitVersion}`;
const run = promisify(execFile);

/** A command that runs LiveKit in the foreground, given the path of a config file. */
export type LiveKitCommand = Readonly<{
  file: string;
  args: (configFile: string) => string[];
  /** The environment for it: LiveKit must not take keys or config from a stray variable. */
  env: Record<string, string> | undefined;
}>;

/**
 * The LiveKit server of this machine, built if need be (2 to 3 minutes, once).
 * @throws Error, for people, that lists the ways to get one.
 */
export async function findLiveKit(cacheDir: string, signal?: AbortSignal): Promise<LiveKitCommand> {
  if (await succeeds('livekit-server', '--version')) return program('livekit-server');

  const cached = join(cacheDir, `livekit-server-${livekitVersion}`);
  if (isExecutable(cached)) return program(cached);

  const tried = ['no livekit-server on the PATH', `none in ${cacheDir}`];
  const goFault = await goIsMissing();
  if (goFault === undefined) {
    mkdirSync(cacheDir, { recursive: true });
    const buildFault = await buildLiveKit(livekitVersion, cached, signal);
    if (buildFault === undefined) return program(cached);
    tried.push(`go install failed: ${buildFault}`);
  } else tried.push(goFault);
  signal?.throwIfAborted();

  if (await succeeds('docker', 'version', '--format', '{{.Server.Version}}')) return container();
  tried.push('no Docker engine answers');
  throw new Error(
    `No LiveKit server to run (${tried.join('; ')}). Do one of these:\n` +
      `  - put livekit-server ${livekitVersion} on the PATH\n` +
      '  - install Go 1.26 or newer, and it is built here once\n' +
      '  - start Docker\n' +
      '  - set LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET to a LiveKit of yours',
  );
}

const program = (file: string): LiveKitCommand => ({
  file,
  args: (configFile) => ['--config', configFile],
  env: file === 'livekit-server' ? undefined : {},
});

/** Host networking, so that the addresses in our config mean the same inside and outside. */
const container = (): LiveKitCommand => ({
  file: 'docker',
  args: (configFile) =>
    `run --rm --init --network host --volume ${configFile}:/livekit.yaml:ro ${image} --config /livekit.yaml`.split(
      ' ',
    ),
  env: undefined,
});

async function goIsMissing(): Promise<string | undefined> {
  try {
    const { stdout } = await run('go', ['env', 'GOVERSION']);
    const [major = 0, minor = 0] = stdout.replace(/^go/, '').split('.').map(Number.parseFloat);
    return major > 1 || (major === 1 && minor >= 26)
      ? undefined
      : `Go is too old (${stdout.trim()}, need 1.26)`;
  } catch {
    return 'no Go to build it with';
  }
}

async function succeeds(file: string, ...args: string[]): Promise<boolean> {
  return run(file, args, { timeout: 5000 }).then(
    () => true,
    () => false,
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
