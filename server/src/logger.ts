import { pino, type DestinationStream, type LevelWithSilent } from 'pino';

/**
 * All that a log line may hold: opaque IDs, closed words, numbers. Names, reasons, prompts and
 * every other thing a person typed have no field here, and do not compile.
 */
export type LogFields = Readonly<
  Partial<{
    sessionId: string;
    participantId: string;
    commandId: string;
    alertId: string;
    jobId: string;
    requestId: string;
    socketId: string;
    role: string;
    command: string;
    event: string;
    phase: string;
    code: string;
    method: string;
    /** A route pattern, never the address asked for: that one may hold a token. */
    route: string;
    component: string;
    signal: string;
    status: number;
    revision: number;
    count: number;
    attempt: number;
    port: number;
    pid: number;
    /** A duration in milliseconds. */
    ms: number;
    err: unknown;
  }>
>;

/** A literal only: text put together at run time could hold personal data, so `string` itself is refused. */
type Fixed<Text extends string> = string extends Text ? never : Text;
type Write = <Text extends string>(fields: LogFields, message: Text & Fixed<Text>) => void;
export type Logger = Readonly<Record<'debug' | 'info' | 'warn' | 'error' | 'fatal', Write>>;

const words = new Set(
  (
    'sessionId participantId commandId alertId jobId requestId socketId ' +
    'role command event phase code method route component signal'
  ).split(' '),
);
const numbers = new Set('status revision count attempt port pid ms'.split(' '));
// IDs, dotted words and route patterns have no spaces; sentences and most names do.
const wordShape = /^[\w.:/*-]{1,80}$/;

/** Writes JSON lines to standard error, so that standard output stays free for what people read. */
export function createLogger(level: LevelWithSilent, destination?: DestinationStream): Logger {
  const stream = destination ?? pino.destination({ dest: 2, sync: true });
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream);
  const at =
    (name: keyof Logger): Write =>
    (fields, message) =>
      log[name](allowed(fields), message);
  return Object.freeze({
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    fatal: at('fatal'),
  });
}

// The types end at a cast; this holds at run time too.
function allowed(fields: LogFields): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    if (key === 'err') kept[key] = describeError(value);
    else if (words.has(key))
      kept[key] = typeof value === 'string' && wordShape.test(value) ? value : '[withheld]';
    else if (numbers.has(key)) kept[key] = typeof value === 'number' ? value : '[withheld]';
  }
  return kept;
}

/** Name, code and place of an error. Its message stays out: messages quote the values they complain about. */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const code =
    'code' in error && typeof error.code === 'string' && wordShape.test(error.code)
      ? error.code
      : undefined;
  const stack = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    code,
    stack,
    cause: error.cause === undefined ? undefined : describeError(error.cause),
  };
}
