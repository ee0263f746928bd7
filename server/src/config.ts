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
  PUSH_SUBJECT: z
    .string()
    .refine((value) => /^mailto:[^@\s]+@[^@\s]+$/.test(value) || hasProtocol(value, ['https:']), {
      error: not('must be a mailto: or https: address, by which a push service can reach you'),
    })
    .optional(),
  PUSH_HOSTS: z.string().optional(),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/i, { error: secret('must be AC and 32 hexadecimal digits') })
    .optional(),
  TWILIO_AUTH_TOKEN: z
    .string()
    .min(16, { error: secret('must have at least 16 characters') })
    .optional(),
  TWILIO_FROM: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/, { error: not('must be a phone number like +13035550100') })
    .optional(),
  TWILIO_API_URL: origin('must be an http or https address', 'http:', 'https:').optional(),
  WATCH_PING_URL: z
    .string()
    .refine((value) => hasProtocol(value, ['http:', 'https:']), {
      error: secret('must be an http or https address (its value is not repeated here)'),
    })
    .optional(),
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

/** Text messages and calls; absent: these channels are off, and said to be. */
export type TwilioConfig = Readonly<{
  accountSid: string;
  authToken: string;
  /** The number that messages and calls come from. */
  from: string;
  apiUrl: string;
}>;

/** The push services of the browsers that there are. */
const PUSH_HOSTS = [
  'fcm.googleapis.com',
  'push.services.mozilla.com',
  'push.apple.com',
  'notify.windows.com',
];

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
  push: Readonly<{ subject: string; hosts: readonly string[] }>;
  twilio: TwilioConfig | undefined;
  /** Told each minute in which somebody is dosed. */
  watchPingUrl: string | undefined;
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
      push: Object.freeze({
        subject: values.PUSH_SUBJECT ?? 'mailto:nobody@example.invalid',
        hosts: values.PUSH_HOSTS?.split(',').map((host) => host.trim()) ?? PUSH_HOSTS,
      }),
      twilio: twilioOf(values),
      watchPingUrl: values.WATCH_PING_URL,
    }),
  };
}

function twilioOf(values: z.output<typeof environment>): TwilioConfig | undefined {
  const {
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: authToken,
    TWILIO_FROM: from,
    TWILIO_API_URL: apiUrl = 'https://api.twilio.com',
  } = values;
  if (accountSid === undefined || authToken === undefined || from === undefined) return undefined;
  return Object.freeze({ accountSid, authToken, from, apiUrl });
}

function livekitOf(values: z.output<typeof environment>): LiveKitConfig | undefined {
  const { LIVEKIT_URL: url, LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret } = values;
  if (url === undefined || apiKey === undefined || apiSecret === undefined) return undefined;
  const apiUrl = values.LIVEKIT_API_URL ?? url.replace(/^ws/, 'http');
  return Object.freeze({ url, apiUrl, apiKey, apiSecret });
}
