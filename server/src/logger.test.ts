import { expect, test } from 'vitest';
import { createLogger, type LogFields } from './logger.ts';

function recorded(): { lines: Record<string, unknown>[]; log: ReturnType<typeof createLogger> } {
  const lines: Record<string, unknown>[] = [];
  const write = (line: string): void =>
    void lines.push(JSON.parse(line) as Record<string, unknown>);
  return { lines, log: createLogger('debug', { write }) };
}

test('a line holds the fields that are allowed', () => {
  const { lines, log } = recorded();
  log.info(
    { sessionId: 'ses_1', command: 'alert.raise', route: '/api/sessions/:id', ms: 12 },
    'command committed',
  );
  expect(lines[0]).toMatchObject({
    sessionId: 'ses_1',
    command: 'alert.raise',
    ms: 12,
    msg: 'command committed',
  });
});

test('a field that is not on the list, or not of its shape, does not reach the log', () => {
  const { lines, log } = recorded();
  log.info(
    { firstName: 'Maja', sessionId: 'Maja Lind, born 1980', ms: 'Maja' } as unknown as LogFields,
    'command committed',
  );
  expect(JSON.stringify(lines)).not.toContain('Maja');
  expect(lines[0]).toMatchObject({ sessionId: '[withheld]' });
});

test('an error is logged without its message, its cause too', () => {
  const { lines, log } = recorded();
  const cause = Object.assign(new Error('duplicate key (Maja)'), { code: '23505' });
  log.error({ err: new TypeError('Maja\n  is not valid', { cause }) }, 'request failed');
  expect(JSON.stringify(lines)).not.toContain('Maja');
  expect(lines[0]).toMatchObject({
    err: { name: 'TypeError', cause: { name: 'Error', code: '23505' } },
  });
  expect(JSON.stringify(lines[0])).toContain('logger.test.ts');
});

test('a message put together at run time does not compile', () => {
  const { lines, log } = recorded();
  const name: string = 'Maja';
  // @ts-expect-error only literals are messages
  log.info({}, `admitted ${name}`);
  // @ts-expect-error no field for personal data
  log.info({ name }, 'admitted');
  expect(lines).toHaveLength(2);
});
