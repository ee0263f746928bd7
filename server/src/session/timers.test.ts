import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { SessionEvent } from '@sojourn/shared/session/event';
import { DEFAULT_LADDER, type Ladder } from '@sojourn/shared/session/ladder';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openDatabase } from '../db/database.ts';
import { startPhoneNetwork, type PhoneNetwork } from '../notify/test-phone-network.ts';
import { readRecord } from '../record/stream.ts';
import { startTestApp, type TestApp } from './test-app.ts';
import { leave, roomFull, type TestBrowser } from './test-people.ts';
import { THERAPIST } from './test-sessions.ts';
import { readSession } from './store.ts';

/* The real app, its real queue, and a ladder that does not take the minutes of the default one. */

let network: PhoneNetwork;
let app: TestApp;
const open: TestBrowser[] = [];
beforeAll(async () => {
  network = await startPhoneNetwork();
});
afterAll(() => network.stop());
beforeEach(async () => {
  app = await startTestApp({ twilio: network.twilio });
});
afterEach(async () => {
  leave(Object.fromEntries(open.splice(0).entries()));
  await app.stop();
});

const [first] = DEFAULT_LADDER.high;
if (!first) throw new Error('A ladder without a step');
const soon = { ...first, step: 'soon', after: 1, channels: ['call' as const] };
const often = { ...first, step: 'often', after: 2, every: 10, channels: [] };
const QUICK: Ladder = { ...DEFAULT_LADDER, high: [first, soon, often] };

/** A full room under the quick ladder, in which Help is pressed. */
async function pressed() {
  const { room, people } = await roomFull(app, open);
  const { policy } = (await stateOf(room.sessionId)).care;
  const done = await app.app.care.setPolicy(THERAPIST, { ...policy, ladder: QUICK });
  expect(done.ok).toBe(true);
  await people.therapist.until((view) => view.screen === 'therapist' && view.channels.call);
  const alertId = randomUUID();
  const reply = await people.client.send({ type: 'alert.raise', kind: 'help' }, alertId);
  expect(reply).toMatchObject({ ok: true });
  return { sessionId: room.sessionId, alertId };
}

async function stateOf(sessionId: string) {
  const state = await readSession(app.app.db, sessionId);
  if (!state) throw new Error('There is no such session');
  return state;
}

/** When each rung was taken, ms after the alert was raised; each once. */
async function rungs(sessionId: string): Promise<Record<string, number>> {
  const record = await readRecord<SessionEvent>(app.app.db, sessionId);
  const raised = record.find(({ event }) => event.type === 'alert.raised')?.at ?? 0;
  const taken = record.flatMap(({ event, at }) =>
    event.type === 'alert.escalated' ? [[event.step, at - raised] as const] : [],
  );
  expect(new Set(taken.map(([step]) => step)).size).toBe(taken.length);
  return Object.fromEntries(taken);
}

test('[TM3 AL9] each rung is taken in its time, never before, and the queue that comes after takes none twice', async () => {
  const { sessionId } = await pressed();
  await vi.waitFor(async () => expect(Object.keys(await rungs(sessionId))).toHaveLength(3), 6_000);
  // The queue looks twice a second: it has been there by now.
  await wait(1_500);
  const { at_once, soon: second, often: third } = await rungs(sessionId);
  expect(at_once).toBe(0);
  expect(second).toBeGreaterThanOrEqual(1_000);
  expect(second).toBeLessThan(1_500);
  expect(third).toBeGreaterThanOrEqual(2_000);
  expect(third).toBeLessThan(2_500);
});

test('[TM1 TM2] a server that died before a rung: the next one takes it at once, calls once, and goes on from there', async () => {
  const before = network.outgoing.length;
  const { sessionId, alertId } = await pressed();
  await app.app.stop();
  await wait(2_500);
  const started = Date.now();
  await app.restart();
  await vi.waitFor(async () => expect(Object.keys(await rungs(sessionId))).toHaveLength(3), 6_000);
  const { soon: second, often: third } = await rungs(sessionId);
  const raised = (await stateOf(sessionId)).alerts[0]?.at.raised ?? 0;
  expect(second).toBeGreaterThanOrEqual(2_500);
  expect(raised + (second ?? 0) - started).toBeLessThan(4_000);
  expect(third).toBeGreaterThanOrEqual(2_000);
  const calls = () =>
    app.app.db
      .selectFrom('delivery')
      .select('sent_at')
      .where('alert_id', '=', alertId)
      .where('channel', '=', 'call')
      .execute();
  await vi.waitFor(
    async () => expect(await calls()).toMatchObject([{ sent_at: expect.any(Number) as number }]),
    6_000,
  );
  expect(network.outgoing.slice(before).filter(({ kind }) => kind === 'call')).toHaveLength(1);
});

test('[TM2] a message that was claimed by a process that died is sent by the next, once', async () => {
  const { sessionId, alertId } = await pressed();
  await vi.waitFor(async () => expect(await unsent(alertId)).toEqual([]), 6_000);
  await app.app.stop();
  const before = network.outgoing.length;
  // As the dead process left it: taken in hand, not yet handed on.
  const claimed = { claimed_at: Date.now(), sent_at: null };
  const other = openDatabase(app.databaseUrl);
  await other
    .updateTable('delivery')
    .set(claimed)
    .where('alert_id', '=', alertId)
    .where('channel', '=', 'sms')
    .execute();
  await other.destroy();
  await app.restart();
  await vi.waitFor(async () => expect(await unsent(alertId)).toEqual([]), 6_000);
  await wait(1_500);
  const again = network.outgoing.slice(before).filter(({ kind }) => kind === 'sms');
  expect(again).toHaveLength(1);
  expect((await stateOf(sessionId)).alerts).toHaveLength(1);
});

const unsent = (alertId: string) =>
  app.app.db
    .selectFrom('delivery')
    .select('delivery_id')
    .where('alert_id', '=', alertId)
    .where('sent_at', 'is', null)
    .execute();
