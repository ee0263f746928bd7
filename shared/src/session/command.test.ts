import { describe, expect, test } from 'vitest';
import { parseCommand } from './command.ts';

const commandId = '7f3c1f0e-3f4b-4c55-9a55-0d6b5a0f7a11';
const parse = (command: unknown) => parseCommand({ commandId, ...(command as object) });
const fault = (command: unknown) => {
  const parsed = parse(command);
  return parsed.ok ? null : parsed.error;
};
const enter = (name: unknown, phone?: unknown) => ({
  type: 'lobby.enter',
  name,
  ...(phone === undefined ? {} : { phone }),
});

describe('names and words that people type', () => {
  test.each(['Robin', 'J.', 'Zoë', '明美', 'محمد', 'ओम', 'О’Ши', '👩🏽‍🚀', 'a'.repeat(60)])(
    '[CM3] nobody is kept out of their session by their name: %s',
    (name) => expect(parse(enter(name))).toMatchObject({ value: { command: { name } } }),
  );

  test.each([
    ['nothing', undefined],
    ['a number', 7],
    ['null', null],
    ['an object', { toString: 'Robin' }],
    ['empty', ''],
    ['spaces only', ' \t\u00a0\u3000 '],
    ['invisible only', '\u200b\u200e\u2060'],
    ['20,000 characters', 'a'.repeat(20_000)],
    ['61 characters', 'a'.repeat(61)],
    ['a control character', 'Rob\u0000in'],
    ['a line break', 'Rob\nin'],
    ['half of an emoji, which the database cannot keep', 'Robin \ud83d'],
  ])('[CM3] a name that is %s is refused in words that name the field', (_what, name) => {
    expect(fault(enter(name))).toMatchObject({
      code: 'invalid',
      field: 'name',
      message: expect.stringMatching(/^Your name .*\.$/) as string,
    });
  });

  test('[CM3] spaces around what was typed are not kept', () => {
    expect(parse(enter('  Robin  '))).toMatchObject({ value: { command: { name: 'Robin' } } });
    expect(parse({ type: 'session.cancel', reason: ' Slept badly ' })).toMatchObject({
      value: { command: { reason: 'Slept badly' } },
    });
  });

  test.each([
    '+1 303 555 0147',
    '(303) 555-0147',
    '303.555.0147',
    '+49 151 23456789',
    '12345',
    '+1\u00a0303\u00a05550147',
  ])('[CM3 AL7] a number that can be dialled in need is taken: %s', (phone) =>
    expect(parse(enter('Sam', phone))).toMatchObject({ value: { command: { phone } } }),
  );

  test.each([
    '',
    '911',
    'call me',
    '+1 303 555 014x',
    '1234567890123456',
    '12\n34567',
    'tel:+13035550147',
    '٣٠٣٥٥٥٠١٤٧',
    3035550147,
    '1'.repeat(20_000),
  ])('[CM3 AL7] a number that cannot be dialled in need is refused at once: %s', (phone) =>
    expect(fault(enter('Sam', phone))).toMatchObject({
      code: 'invalid',
      field: 'phone',
      message: expect.stringMatching(/^Your phone number /) as string,
    }),
  );

  test('[CM3] stopping needs a reason, so that the record says why', () => {
    for (const reason of [undefined, '', '   ', 'x'.repeat(201)]) {
      expect(fault({ type: 'session.cancel', reason })).toMatchObject({ field: 'reason' });
    }
  });
});

test.each([undefined, '', '  ', 7, 'x'.repeat(20_000), 'half \ud83d', 'a\u0007b', null])(
  '[AL1] an alert is not held up by its reason: %j',
  (reason) => {
    const parsed = parse({ type: 'alert.raise', kind: 'go_now', reason });
    expect(parsed).toMatchObject({
      ok: true,
      value: { command: { type: 'alert.raise', kind: 'go_now' } },
    });
    expect(
      parsed.ok && 'reason' in parsed.value.command && parsed.value.command.reason,
    ).toBeFalsy();
  },
);

test('[AL1] a reason of an alert in a few words arrives', () => {
  expect(parse({ type: 'alert.raise', kind: 'please_come', reason: 'Bathroom' })).toMatchObject({
    value: { command: { reason: 'Bathroom' } },
  });
});

describe('what is not a command', () => {
  test.each([
    null,
    undefined,
    0,
    '',
    'dose.ready',
    [],
    [commandId],
    {},
    true,
    { type: 'dose.ready' },
  ])('[CM3 ES2] without a commandId nothing is done, since it could be done twice: %j', (payload) =>
    expect(parseCommand(payload)).toMatchObject({
      ok: false,
      error: { code: 'invalid', field: 'commandId' },
    }),
  );

  test.each(['1', '', 'x'.repeat(36), 7, null, {}])(
    '[CM3 ES2] a commandId that is no UUID is refused: %j',
    (id) => {
      expect(parseCommand({ type: 'dose.ready', commandId: id })).toMatchObject({
        error: { field: 'commandId' },
      });
    },
  );

  test.each([
    {},
    { type: 7 },
    { type: null },
    { type: 'dose.take' },
    { type: 'constructor' },
    { type: '__proto__' },
    { type: 'presence.connect', role: 'client', connectionId: 'x' },
    { type: 'device.ask', role: 'client', requestId: 'x' },
  ])('[CM2 CM3] only what people may ask is a command, the server’s own are not: %j', (command) =>
    expect(fault(command)).toMatchObject({ code: 'invalid', field: 'type' }),
  );

  test.each([
    [{ type: 'phase.advance', to: 'hold' }, 'expectedRevision'],
    [{ type: 'phase.advance', to: 'hold', expectedRevision: '4' }, 'expectedRevision'],
    [{ type: 'phase.advance', to: 'hold', expectedRevision: 1.5 }, 'expectedRevision'],
    [{ type: 'phase.advance', to: 'hold', expectedRevision: -1 }, 'expectedRevision'],
    [{ type: 'phase.advance', to: 'hold', expectedRevision: 1e300 }, 'expectedRevision'],
    [{ type: 'phase.advance', to: 'moon', expectedRevision: 1 }, 'to'],
    [{ type: 'participant.admit', role: 'therapist' }, 'role'],
    [{ type: 'alert.raise', kind: 'fire' }, 'kind'],
    [{ type: 'alert.seen' }, 'alertId'],
    [{ type: 'alert.seen', alertId: ['a'] }, 'alertId'],
    [{ type: 'alert.seen', alertId: 'a'.repeat(65) }, 'alertId'],
    [{ type: 'prompt.respond', offerId: 'a', response: 'faster' }, 'response'],
  ])('[CM3] %j is refused in words that name the field', (command, field) => {
    const error = fault(command);
    expect(error).toMatchObject({ code: 'invalid', field });
    expect(error?.message).toContain(field);
    expect(error?.message).not.toMatch(/expected [a-z]|Invalid|undefined/);
  });
});

test('[CM2 CM3] who asks cannot be smuggled in, nor any other field', () => {
  const parsed = parseCommand(
    JSON.parse(
      `{"commandId":"${commandId}","type":"dose.ready","role":"therapist","actor":"system","__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}`,
    ),
  );
  expect(parsed).toEqual({ ok: true, value: { commandId, command: { type: 'dose.ready' } } });
  expect(({} as { admin?: boolean }).admin).toBeUndefined();
});
