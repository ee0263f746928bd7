import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readConfig } from './config.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string): string => readFileSync(`${root}/${file}`, 'utf8');

const healthcheck = z
  .object({
    test: z.tuple([z.enum(['CMD', 'CMD-SHELL'])], z.string()),
    interval: z.string(),
    timeout: z.string(),
  })
  .loose();
const common = {
  restart: z.literal('unless-stopped'),
  /** Null: as `.env` has it, or not at all. */
  environment: z.record(z.string(), z.string().nullable()).default({}),
  volumes: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
};
const service = z.union([
  // A tag with a number in it; `latest` would change under us.
  z.object({ ...common, image: z.string().regex(/^[a-z/-]+:v?\d+\.\d+/), healthcheck }).loose(),
  z
    .object({ ...common, build: z.object({ context: z.literal('.'), dockerfile: z.string() }) })
    .loose(),
]);
const composeFile = z.object({
  name: z.literal('sojourn'),
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.null()),
});

const text = read('docker-compose.yml');
const compose = composeFile.parse(parse(text));
const services = Object.entries(compose.services);

/** What compose makes of a value, given these variables. */
const filled = (value: string | null, env: Record<string, string>): string =>
  (value ?? '').replaceAll(
    /\$\{([A-Z_]+):\?[^}]*\}/g,
    (_whole, name: string) => env[name] ?? `no ${name}`,
  );

describe('docker-compose.yml', () => {
  test('has the five services, each pinned and with a health check', () => {
    expect(Object.keys(compose.services).toSorted()).toEqual([
      'app',
      'livekit',
      'postgres',
      'proxy',
      'redis',
    ]);
    expect(read('server/Dockerfile')).toMatch(/^HEALTHCHECK .*\n.*\/healthz/m);
  });

  test('holds no secret: every one is demanded from the environment, and explained in .env.example', () => {
    const secrets = services
      .flatMap(([, { environment }]) => Object.entries(environment))
      .filter(([, value]) => value !== null)
      .filter(([name]) => /PASSWORD|SECRET|KEY|TOKEN|DATABASE_URL/.test(name));
    expect(secrets.length).toBeGreaterThan(4);
    for (const [name, value] of secrets) expect(value, name).toMatch(/\$\{[A-Z_]+:\?[^}]+\}/);
    const taken = Object.entries(compose.services['app']?.environment ?? {}).filter(
      ([, value]) => value === null,
    );
    for (const [name] of taken)
      expect(read('.env.example')).toMatch(new RegExp(`^# ${name}=`, 'm'));
    const variables = [...text.matchAll(/\$\{([A-Z_]+)([^}]*)\}/g)];
    expect(variables.length).toBeGreaterThan(5);
    for (const [, name, rest] of variables) {
      expect(rest, name).toMatch(/^:\?./);
      expect(read('.env.example')).toMatch(new RegExp(`^# ${name}=`, 'm'));
    }
    expect(read('deploy/livekit.yaml')).not.toMatch(/^\s*(keys|api_key|password)\s*:/m);
  });

  test('declares the volumes that it uses, and mounts files that exist', () => {
    const sources = services.flatMap(([, { volumes }]) =>
      volumes.map((volume) => volume.split(':')[0] ?? ''),
    );
    const [files, named] = [
      sources.filter((source) => source.startsWith('./')),
      sources.filter((source) => !source.startsWith('./')),
    ];
    for (const file of files) expect(read(file), file).not.toBe('');
    expect(new Set(named)).toEqual(new Set(Object.keys(compose.volumes)));
  });

  test('[RC3] keeps the key that records are signed with when the app is built anew, in the one place where it may write', () => {
    const app = z
      .object({ read_only: z.literal(true), environment: z.object({ DATA_DIR: z.string() }) })
      .loose()
      .parse(compose.services['app']);
    const folder = app.environment.DATA_DIR;
    expect(compose.services['app']?.volumes).toEqual([`record-key:${folder}`]);
    expect(read('server/Dockerfile')).toMatch(
      new RegExp(`^RUN mkdir .*${folder} && chown node:node ${folder}\\nUSER node$`, 'm'),
    );
  });

  test('opens only the proxy and the media ports to the outside', () => {
    const open = services.flatMap(([name, { ports }]) => ports.map((port) => `${name} ${port}`));
    expect(open.every((port) => /^(proxy|livekit) /.test(port))).toBe(true);
    expect(open.join()).not.toContain('7880');
  });

  test('gives the app a configuration that it accepts', () => {
    const env = {
      APP_HOST: 'room.example.org',
      MEDIA_HOST: 'media.example.org',
      POSTGRES_PASSWORD: 'p',
      LIVEKIT_API_KEY: 'k',
      LIVEKIT_API_SECRET: 's'.repeat(48),
    };
    const entries = Object.entries(compose.services['app']?.environment ?? {});
    const config = readConfig(
      Object.fromEntries(entries.map(([name, value]) => [name, filled(value, env)])),
    );
    expect(config).toMatchObject({
      ok: true,
      value: {
        production: true,
        publicUrl: 'https://room.example.org',
        livekit: { apiUrl: 'http://livekit:7880' },
      },
    });
  });

  const plugin = spawnSync('docker', ['compose', 'version'], { stdio: 'ignore' }).status === 0;
  test.runIf(plugin)('is understood by docker compose', () => {
    const variables = [...text.matchAll(/\$\{([A-Z_]+):/g)].map(([, name]) => `${name}=example`);
    const command = [...variables, 'docker', 'compose', 'config', '--quiet'];
    const { status, stderr } = spawnSync('env', command, { cwd: root, encoding: 'utf8' });
    expect(`${status} ${stderr}`).toBe('0 ');
  });
});

test("LiveKit's deployed config opens the ports that compose publishes, and creates no room by a join", () => {
  const config = z
    .object({
      rtc: z.object({ tcp_port: z.int(), udp_port: z.int() }).loose(),
      turn: z.object({ udp_port: z.int() }).loose(),
      room: z.object({ auto_create: z.literal(false) }).loose(),
      redis: z.object({ address: z.literal('redis:6379') }),
    })
    .loose()
    .parse(parse(read('deploy/livekit.yaml')));
  const { tcp_port: tcp, udp_port: udp } = config.rtc;
  expect(compose.services['livekit']?.ports).toEqual([
    `${tcp}:${tcp}`,
    `${udp}:${udp}/udp`,
    `${config.turn.udp_port}:${config.turn.udp_port}/udp`,
  ]);
});
