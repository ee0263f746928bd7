import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { crossFaults } from './config-rules.ts';

const repositoryRoot = fileURLToPath(new URL('../../', import.meta.url));
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What zod tells an error function; `input` is the raw value. */
type Given = { input?: unknown };
const not = (words: string) => (given: Given) => `${words}, not "${String(given.input)}"`;
// The values of these are secrets (or hold one), so their faults never repeat them.
const secret = (words: string) => () => words;

const hasProtocol = (value: string, protocols: readonly string[]): boolean =>
  URL.canParse(value) && protocols.includes(new URL(value).protocol);
const originOf = (value: string): string => `${new URL(value).protocol}//${new URL(value).host}`;
const isOrigin = (value: string, protocols: readonly string[]): boolean =>
  hasProtocol(value, protocols) &&
  new URL(value).href === `${originOf(value)}/` &&
  !/[?#]/.test(value);

const origin = (words: string, ...protocols: string[]) =>
  z
    .string()
    .refine((value) => isOrigin(value, protocols), { error: not(words) })
    .transform(originOf);

/** Every key of the environment that Sojourn reads; `.env.example` explains each. */
const environment = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'], {
      error: not('must be development, test or production'),
    })
    .optional(),
  PORT: z
    .string()
    .refine((value) => /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535, {
      error: not('must be a whole number from 1 to 65535'),
    })
    .transform(Number)
    .optional(),
  HOST: z.string().optional(),
  PUBLIC_URL: origin(
    'must be an http or https address without a path',
    'http:',
    'https:',
  ).optional(),
  DATABASE_URL: z
    .string()
    .refine((value) => hasProtocol(value, ['postgres:', 'postgresql:']), {
      error: secret(
        'must be a postgres:// address (its value is not repeated here: it may hold a password)',
      ),
    })
    .optional(),
  LIVEKIT_URL: origin('must be the ws or wss address that browsers use', 'ws:', 'wss:').optional(),
  LIVEKIT_API_URL: origin(
    'must be the http or https address that the server uses',
    'http:',
    'https:',
  ).optional(),
  LIVEKIT_API_KEY: z.string().optional(),
  LIVEKIT_API_SECRET: z
    .string()
    .min(32, { error: secret('must have at least 32 characters') })
    .optional(),
  DATA_DIR: z.string().optional(),
  LIVEKIT_CACHE_DIR: z.string().optional(),
  XDG_CACHE_HOME: z.string().optional(),
  CLOCK_SHIFT_FILE: z.string().optional(),
  LOG_LEVEL: z.enum(logLevels, { error: not(`must be one of ${logLevels.join(', ')}`) }).optional(),
});

export const configKeys = Object.keys(environment.shape);

/** An outside LiveKit; absent means that we run a local one. */
export type LiveKitConfig = Readonly<{
  /** Address for browsers, ws or wss. */
  url: string;
  /** Address for our own server, http or https. */
  apiUrl: string;
  apiKey: string;
  apiSecret: string;
}>;

export type Config = Readonly<{
  production: boolean;
  port: number;
  host: string;
  /** Origin that people's links begin with, without a trailing slash. */
  publicUrl: string;
  /** Absent means the embedded PostgreSQL. */
  databaseUrl: string | undefined;
  livekit: LiveKitConfig | undefined;
  dataDir: string;
  /** Where the LiveKit server that we build is kept, outside the repository. */
  cacheDir: string;
  logLevel: (typeof logLevels)[number];
  /** For tests only: a file with the ms that the server's clock is ahead. */
  clockShiftFile: string | undefined;
}>;

export type ConfigResult = { ok: true; value: Config } | { ok: false; faults: string[] };

/** Reads the environment once. A bad one gives every fault, each a sentence that begins with its key. */
export function readConfig(env: Record<string, string | undefined>): ConfigResult {
  // An empty value is how shells and compose files say "not set".
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environment.safeParse(given);
  const faults = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`),
    ...crossFaults(given),
  ];
  if (!parsed.success || faults.length > 0) return { ok: false, faults };

  const values = parsed.data;
  const production = values.NODE_ENV === 'production';
  const port = values.PORT ?? 3000;
  return {
    ok: true,
    value: Object.freeze({
      production,
      port,
      // A laptop's demo stays on the laptop; a container has to be reached from outside it.
      host: values.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
      publicUrl: values.PUBLIC_URL ?? `http://localhost:${port}`,
      databaseUrl: values.DATABASE_URL,
      livekit: livekitOf(values),
      dataDir: resolve(values.DATA_DIR ?? join(repositoryRoot, '.data')),
      cacheDir: resolve(
        values.LIVEKIT_CACHE_DIR ??
          join(values.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'sojourn'),
      ),
      logLevel: values.LOG_LEVEL ?? 'info',
      clockShiftFile: values.CLOCK_SHIFT_FILE,
    }),
  };
}

function livekitOf(values: z.output<typeof environment>): LiveKitConfig | undefined {
  const { LIVEKIT_URL: url, LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret } = values;
  if (url === undefined || apiKey === undefined || apiSecret === undefined) return undefined;
  const apiUrl = values.LIVEKIT_API_URL ?? url.replace(/^ws/, 'http');
  return Object.freeze({ url, apiUrl, apiKey, apiSecret });
}
