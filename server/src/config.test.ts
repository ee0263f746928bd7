import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { configKeys, readConfig } from './config.ts';

const secret = 's'.repeat(48);
const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://room.example.org',
  DATABASE_URL: 'postgres://sojourn:hidden@db/sojourn',
  LIVEKIT_URL: 'wss://media.example.org',
  LIVEKIT_API_KEY: 'key',
  LIVEKIT_API_SECRET: secret,
};
const faultsOf = (env: Record<string, string>): string[] => {
  const result = readConfig(env);
  return result.ok ? [] : result.faults;
};
const valueOf = (env: Record<string, string>) => {
  const result = readConfig(env);
  if (!result.ok) throw new Error(result.faults.join('\n'));
  return result.value;
};

describe('defaults', () => {
  test('an empty environment is a local demo with everything embedded', () => {
    expect(valueOf({})).toMatchObject({
      production: false,
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      databaseUrl: undefined,
      livekit: undefined,
      logLevel: 'info',
    });
  });

  test('an empty string counts as absent', () => {
    expect(valueOf({ PORT: '', LIVEKIT_URL: '', DATABASE_URL: '' }).port).toBe(3000);
  });

  test('the public address follows the port, and the cache follows XDG_CACHE_HOME', () => {
    const value = valueOf({ PORT: '3456', XDG_CACHE_HOME: '/caches' });
    expect(value.publicUrl).toBe('http://localhost:3456');
    expect(value.cacheDir).toBe('/caches/sojourn');
  });

  test('the result is frozen, LiveKit included', () => {
    const value = valueOf(production);
    expect(Object.isFrozen(value)).toBe(true);
    expect(Object.isFrozen(value.livekit)).toBe(true);
  });
});

describe('faults', () => {
  test('[PH5] no real session runs on a clock that a test can shift', () => {
    const shifted = { CLOCK_SHIFT_FILE: '/tmp/shift' };
    expect(faultsOf({ ...production, ...shifted })).toEqual([
      'CLOCK_SHIFT_FILE is for tests: no real session may run on a shifted clock',
    ]);
    expect(faultsOf(shifted)).toEqual([]);
  });

  test('all of them are listed at once, in words', () => {
    expect(
      faultsOf({
        PORT: 'abc',
        PUBLIC_URL: 'localhost',
        LOG_LEVEL: 'loud',
        LIVEKIT_URL: 'wss://media.example.org',
      }),
    ).toEqual([
      'PORT must be a whole number from 1 to 65535, not "abc"',
      'PUBLIC_URL must be an http or https address without a path, not "localhost"',
      expect.stringMatching(/^LOG_LEVEL must be one of fatal, .*, not "loud"$/),
      expect.stringMatching(/^LIVEKIT_API_KEY is missing: give all of/),
      expect.stringMatching(/^LIVEKIT_API_SECRET is missing: give all of/),
    ]);
  });

  test.each(['0', '65536', '3.5', '-1', '1e3', ' 80'])('PORT %j is refused', (port) => {
    expect(faultsOf({ PORT: port })).toHaveLength(1);
  });

  test.each(['https://x.org/path', 'ftp://x.org', 'https://user@x.org', 'https://x.org?a=1'])(
    'PUBLIC_URL %j is refused',
    (url) => {
      expect(faultsOf({ PUBLIC_URL: url })).toHaveLength(1);
    },
  );

  test('a secret that is refused is not repeated', () => {
    const faults = faultsOf({
      ...production,
      DATABASE_URL: 'mysql://me:hunter2@db',
      LIVEKIT_API_SECRET: 'hunter2',
    });
    expect(faults).toHaveLength(2);
    expect(faults.join()).not.toContain('hunter2');
  });

  test('production needs its database, LiveKit and an https address', () => {
    expect(faultsOf({ NODE_ENV: 'production' }).map((fault) => fault.split(' ')[0])).toEqual([
      'DATABASE_URL',
      'LIVEKIT_URL',
      'LIVEKIT_API_KEY',
      'LIVEKIT_API_SECRET',
      'PUBLIC_URL',
    ]);
    expect(
      faultsOf({ ...production, PUBLIC_URL: 'http://x.org', LIVEKIT_URL: 'ws://x.org' }),
    ).toHaveLength(2);
    expect(faultsOf({ ...production, PORT: '99999', PUBLIC_URL: 'http://x.org' })).toHaveLength(2);
  });
});

test('the address that the server uses for LiveKit is derived, or given', () => {
  expect(valueOf(production).livekit?.apiUrl).toBe('https://media.example.org');
  expect(valueOf({ ...production, LIVEKIT_API_URL: 'http://livekit:7880' }).livekit?.apiUrl).toBe(
    'http://livekit:7880',
  );
  expect(valueOf(production).host).toBe('0.0.0.0');
});

test('.env.example explains every key, and no other', () => {
  const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
  const [serverKeys = ''] = example.split('## Only for docker-compose.yml');
  const named = [...serverKeys.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]);
  expect(new Set(named)).toEqual(new Set(configKeys));
});
