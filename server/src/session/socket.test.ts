import { randomUUID } from 'node:crypto';
import type { SessionView } from '@sojourn/shared/session/view';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from './test-app.ts';
import {
  connect,
  everybodyIn,
  leave,
  openRoom,
  type TestBrowser,
  type TestRoom,
} from './test-people.ts';

let app: TestApp;
let room: TestRoom;
let people: Record<'therapist' | 'client' | 'chaperone', TestBrowser>;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  room = await openRoom(app);
  people = await everybodyIn(app, room);
});
afterEach(() => leave(people));

const help = { type: 'alert.raise', kind: 'help' } as const;
const alertsIn = (view: SessionView) => (view.screen === 'lobby' ? [] : view.alerts);

test('[ES1] a press is answered with its revision, and all three screens follow with that revision', async () => {
  const reply = await people.client.send(help);
  if (!reply.ok) throw new Error(reply.rejection.message);
  for (const role of ['therapist', 'client', 'chaperone'] as const) {
    const view = await people[role].until(({ revision }) => revision === reply.revision);
    expect(view).toMatchObject({ screen: role, alerts: [{ kind: 'help', state: 'raised' }] });
  }
});

test('[AL3 AL7] from press to “with them”, the caller’s screen says each step as it is recorded', async () => {
  await people.client.send(help);
  const [alert] = alertsIn(await people.chaperone.until((view) => alertsIn(view).length > 0));
  for (const state of ['seen', 'going', 'with_client'] as const) {
    await people.chaperone.send({ type: `alert.${state}`, alertId: alert?.alertId ?? '' });
    for (const role of ['therapist', 'client'] as const) {
      const view = await people[role].until((view) => alertsIn(view)[0]?.state === state);
      expect(alertsIn(view)).toMatchObject([{ raisedBy: 'client', state }]);
    }
  }
});

test('[PH5] a view carries the server’s clock, by which a screen draws its minutes', () => {
  const { serverTime } = people.client.views.at(-1) ?? { serverTime: 0 };
  expect(Math.abs(serverTime - Date.now())).toBeLessThan(60_000);
});

test('[ES2 AL2] the same press sent again over the wire gets the same answer and makes no second alert', async () => {
  const commandId = randomUUID();
  const replies = await Promise.all(
    Array.from({ length: 10 }, () => people.client.send(help, commandId)),
  );
  expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
  const view = await people.therapist.until((view) => alertsIn(view).length > 0);
  expect(alertsIn(view)).toHaveLength(1);
});

test('[CM2] the role comes from the connection: a client cannot press the therapist’s buttons, whatever the message says', async () => {
  const { revision } = people.client.views.at(-1)?.view ?? { revision: 0 };
  const forged = {
    type: 'phase.advance',
    to: 'ready',
    expectedRevision: revision,
    role: 'therapist',
    as: 'therapist',
    sessionId: 'other',
  };
  expect(await people.client.send(forged as never)).toMatchObject({
    ok: false,
    rejection: { code: 'not_allowed' },
  });
});

describe('what is not a command', () => {
  test.each([
    undefined,
    null,
    0,
    'x',
    [],
    {},
    { type: 'alert.raise', kind: 'help' },
    { commandId: 7 },
    { commandId: randomUUID(), type: 'nothing' },
  ])('[CM3] %j is refused in words, and the session goes on', async (payload) => {
    const before = people.client.views.length;
    const reply: unknown = await people.client.socket
      .timeout(3_000)
      .emitWithAck('session:command', payload as never);
    expect(reply).toMatchObject({ ok: false, commandId: null, rejection: { code: 'invalid' } });
    expect(people.client.views.length).toBe(before);
    expect(await people.client.send(help)).toMatchObject({ ok: true });
  });

  test('[CM3] a press without a way to answer, or with nonsense in its place, is ignored and harms nobody', async () => {
    const emit = people.client.socket.emit.bind(people.client.socket) as (
      ...args: unknown[]
    ) => void;
    emit('session:command', { ...help, commandId: randomUUID() });
    emit('session:command', { ...help, commandId: randomUUID() }, 'not a function');
    emit('session:command');
    emit('another:event', { a: 1 });
    const reply = await people.client.send(help);
    expect(reply).toMatchObject({ ok: true });
    const view = await people.therapist.until(
      (view) => reply.ok && view.revision === reply.revision,
    );
    expect(alertsIn(view)).toMatchObject([{ repeats: 0 }]);
  });

  test('[CM3] a message far larger than any command ends that connection only', async () => {
    people.client.socket.emit(
      'session:command',
      { ...help, commandId: 'x'.repeat(200_000) },
      () => {},
    );
    await people.therapist.until(
      (view) => view.screen !== 'lobby' && !view.people.client.connected,
    );
    expect(await people.therapist.send({ type: 'alert.raise', kind: 'go_now' })).toMatchObject({
      ok: true,
    });
  });
});

test('[LO1 LO4 SC1] somebody in the lobby is told of the lobby only, while the session goes on', async () => {
  const fresh = await openRoom(app);
  const waiting = await connect(app, fresh, 'client');
  const therapist = await connect(app, fresh, 'therapist');
  await waiting.send({ type: 'lobby.enter', name: 'Robin' });
  await therapist.send({ type: 'alert.raise', kind: 'go_now', reason: 'A secret' });
  const { revision } = await therapist.until((view) => alertsIn(view).length > 0);
  await waiting.until((view) => view.revision === revision);
  expect(new Set(waiting.views.map(({ view }) => view.screen))).toEqual(new Set(['lobby']));
  expect(JSON.stringify(waiting.views)).not.toContain('secret');
  expect(await waiting.send(help)).toMatchObject({
    ok: false,
    rejection: { code: 'not_admitted' },
  });
  leave({ waiting, therapist });
});
