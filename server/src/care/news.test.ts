import { randomUUID } from 'node:crypto';
import type { CareCommand } from '@sojourn/shared/care/command';
import { DEFAULT_POLICY, type PracticePolicy } from '@sojourn/shared/care/practice';
import { factsOf, type CareState } from '@sojourn/shared/care/state';
import type { CareEvent } from '@sojourn/shared/care/event';
import type { SessionEvent } from '@sojourn/shared/session/event';
import type { SessionKind } from '@sojourn/shared/session/phase';
import type { SessionState } from '@sojourn/shared/session/state';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ROBIN } from '../demo/practice.ts';
import { readRecord } from '../record/stream.ts';
import { readSession } from '../session/store.ts';
import {
  addClient,
  addTherapist,
  startTestSessions,
  THERAPIST,
  type TestSessions,
} from '../session/test-sessions.ts';
import { vitalsAt } from '../session/test-walk.ts';
import { readCare } from './store.ts';

let sessions: TestSessions;
let clientId: string;
beforeAll(async () => {
  sessions = await startTestSessions();
  for (const other of ['therapist-2', 'therapist-3']) await addTherapist(sessions.db, other);
});
afterAll(() => sessions.stop());
beforeEach(async () => {
  clientId = await addClient(sessions.care, sessions.time.now);
});

const POLICY: PracticePolicy = { ...DEFAULT_POLICY, preparationSessions: 0 };
const press = (command: CareCommand, id = clientId, therapist = THERAPIST) =>
  sessions.care.execute({ therapist, clientId: id, commandId: randomUUID(), command });
const schedule = (kind: SessionKind, id = clientId, therapist = THERAPIST) =>
  press({ type: 'session.schedule', kind, scheduledAt: sessions.time.now }, id, therapist);
async function scheduled(kind: SessionKind, id = clientId, therapist = THERAPIST): Promise<string> {
  const done = await schedule(kind, id, therapist);
  if (!done.ok) throw new Error(done.error.message);
  return done.value.sessionId ?? '';
}
async function careNow(id = clientId): Promise<CareState> {
  const care = await readCare(sessions.db, id);
  if (!care) throw new Error('No such client');
  return care;
}
async function session(sessionId: string): Promise<SessionState> {
  const state = await readSession(sessions.db, sessionId);
  if (!state) throw new Error('No such session');
  return state;
}
const cancel = (sessionId: string, stopsCourse?: boolean) =>
  sessions.press(sessionId, 'client', {
    type: 'session.cancel',
    reason: 'This is not for me',
    ...(stopsCourse === undefined ? {} : { stopsCourse }),
  });
async function close(sessionId: string) {
  await sessions.press(sessionId, 'client', { type: 'location.attest', elsewhere: null });
  await sessions.goTo(sessionId, 'closed');
}
async function talking(): Promise<string> {
  const sessionId = await scheduled('preparation');
  await sessions.press(sessionId, 'client', { type: 'location.attest', elsewhere: null });
  await sessions.goTo(sessionId, 'talk');
  return sessionId;
}

test('[CC4] what the course of care says is in each open session when the press is answered, and in no closed one', async () => {
  const [open, over] = [await scheduled('dosing'), await scheduled('preparation')];
  await close(over);
  const before = await session(over);
  const record = { ...ROBIN, allergies: 'Penicillin, latex' };
  expect(await press({ type: 'client.amend', record })).toMatchObject({ ok: true });
  expect((await session(open)).care).toEqual(factsOf(await careNow(), POLICY));
  expect((await session(open)).care.record.allergies).toBe('Penicillin, latex');
  expect(await session(over)).toEqual(before);
  const last = (await readRecord<SessionEvent>(sessions.db, open)).at(-1);
  expect(last).toMatchObject({ actor: 'system', commandId: null, event: { type: 'care.noted' } });
});

test('[CC4 GD1] an order that is withdrawn under a waiting session is no order there, at once', async () => {
  const sessionId = await sessions.createFull();
  await sessions.goTo(sessionId, 'ready');
  const { care } = await session(sessionId);
  const orderId = care.orders[0]?.orderId ?? '';
  const withdrawn = { type: 'order.withdraw', orderId, reason: 'New heart findings' } as const;
  expect(await press(withdrawn, care.clientId ?? '')).toMatchObject({ ok: true });
  const { revision } = await session(sessionId);
  const start = { type: 'dose.start', tablets: 2, expectedRevision: revision } as const;
  expect(await sessions.press(sessionId, 'therapist', start)).toMatchObject({
    ok: false,
    error: { code: 'guard_unmet' },
  });
});

test('[CC4] what cannot be told to a session is not recorded in the course of care either', async () => {
  const colleague = { ...THERAPIST, therapistId: 'therapist-3' };
  const id = await addClient(sessions.care, sessions.time.now, { therapist: colleague });
  const sessionId = await scheduled('dosing', id, colleague);
  const before = await careNow(id);
  const amend = { type: 'client.amend', record: { ...ROBIN, allergies: 'Nuts' } } as const;
  // The session's next event is there already: appending it fails.
  const next = (await session(sessionId)).revision + 1;
  await sessions.db
    .insertInto('event')
    .values({ stream_id: sessionId, seq: next, type: 'x', recorded: '{}', hash: 'x' })
    .execute();
  await expect(press(amend, id, colleague)).rejects.toThrow('duplicate key');
  expect(await careNow(id)).toEqual(before);
});

test('[CC2 CC4] a preparation session counts for the dosing session once it is closed; one that was stopped does not', async () => {
  await sessions.care.setPolicy(THERAPIST, { ...POLICY, preparationSessions: 1 });
  await cancel(await scheduled('preparation'));
  expect(await schedule('dosing')).toMatchObject({
    ok: false,
    error: { code: 'guard_unmet', missing: [{ guard: 'preparation' }] },
  });
  const preparation = await scheduled('preparation');
  await close(preparation);
  expect((await careNow()).sessions.at(-1)).toMatchObject({
    sessionId: preparation,
    outcome: 'closed',
  });
  expect(await schedule('dosing')).toMatchObject({ ok: true });
});

test('[CC4 CC3] a client who stops the whole course from a session stops it: other sessions know, and none is dosed', async () => {
  const [today, next] = [await scheduled('preparation'), await scheduled('dosing')];
  expect(await cancel(today, true)).toMatchObject({ ok: true });
  const care = await careNow();
  expect(care.stopped).toMatchObject({ by: 'client', reason: 'This is not for me' });
  expect(care.sessions.find((s) => s.sessionId === today)).toMatchObject({ outcome: 'cancelled' });
  expect((await session(next)).care.stopped).toBe(true);
  expect(await schedule('dosing')).toMatchObject({
    ok: false,
    error: { missing: [{ guard: 'course_open' }] },
  });
  const last = (await readRecord<CareEvent>(sessions.db, clientId)).slice(-2);
  expect(last).toMatchObject([
    { actor: 'system', event: { type: 'session.ended', outcome: 'cancelled' } },
    { actor: 'system', event: { type: 'course.stopped', by: 'client' } },
  ]);
});

test('[DO8 CC4] a dose in one session is known in the other at once: no second dose beside it, nor on the same day', async () => {
  const [first, second] = [await scheduled('dosing'), await scheduled('dosing')];
  for (const sessionId of [first, second]) {
    await sessions.fill(sessionId);
    await sessions.goTo(sessionId, 'ready');
  }
  await sessions.goTo(first, 'hold');
  const start = async () => {
    const { revision: expectedRevision } = await session(second);
    const command = { type: 'dose.start', tablets: 2, expectedRevision } as const;
    return sessions.press(second, 'therapist', command);
  };
  await sessions.press(second, 'therapist', vitalsAt(sessions.time.now));
  const refused = { ok: false, error: { missing: [{ guard: 'no_other_dose' }] } };
  expect(await start()).toMatchObject(refused);
  expect((await session(first)).care.lastDose).toBeNull();
  await sessions.goTo(first, 'closed');
  expect((await session(second)).care.lastDose).toMatchObject({ sessionId: first, open: false });
  await sessions.press(second, 'therapist', vitalsAt(sessions.time.now));
  expect(await start()).toMatchObject(refused);
});

test('[CC4] who stops one session only has not stopped the course', async () => {
  await cancel(await scheduled('preparation'));
  await cancel(await scheduled('preparation'), false);
  expect((await careNow()).stopped).toBeNull();
});

test('[CC4] a new policy reaches every open session of the practice, no closed one, and no other practice', async () => {
  const [open, over] = [await scheduled('dosing'), await scheduled('preparation')];
  await close(over);
  const colleague = { ...THERAPIST, therapistId: 'therapist-2' };
  const elsewhere = await addClient(sessions.care, sessions.time.now, { therapist: colleague });
  const other = await scheduled('dosing', elsewhere, colleague);
  await sessions.care.setPolicy(THERAPIST, { ...POLICY, licensedStates: ['UT'] });
  const licensedIn = async (id: string) => (await session(id)).care.policy.licensedStates;
  expect(await licensedIn(open)).toEqual(['UT']);
  expect(await licensedIn(over)).toEqual(['CO']);
  expect(await licensedIn(other)).toEqual(['CO']);
});

test('[CC4 ES1] screens of a session are told of the news when it is committed, and of nothing that is not', async () => {
  const sessionId = await scheduled('dosing');
  await new Promise((resolve) => setImmediate(resolve));
  const told: SessionState[] = [];
  sessions.writer.onCommitted((state) => {
    if (state.sessionId === sessionId) told.push(state);
  });
  await press({ type: 'course.resume' });
  await press({ type: 'course.stop', reason: 'Moved away' });
  await new Promise((resolve) => setImmediate(resolve));
  expect(told).toHaveLength(1);
  expect(told[0]).toEqual(await session(sessionId));
  expect(told[0]?.care.stopped).toBe(true);
});

test('[CC4 ES3 CM4] two sessions that end, news, a new session and a new policy at the same moment: all are recorded, nothing waits for ever, nothing is lost', async () => {
  for (let round = 0; round < 50; round += 1) {
    clientId = await addClient(sessions.care, sessions.time.now);
    const [first, second] = [await talking(), await talking()];
    const third = await scheduled('integration');
    const policy = { ...POLICY, referral: `Round ${round}` };
    const { revision } = await session(first);
    const end = { type: 'phase.advance', to: 'closed', expectedRevision: revision } as const;
    const replies = await Promise.all([
      sessions.press(first, 'therapist', end),
      cancel(second, round % 2 === 0),
      press({ type: 'client.amend', record: { ...ROBIN, conditions: `Round ${round}` } }),
      sessions.care.setPolicy(THERAPIST, policy),
      schedule('integration'),
      sessions.press(third, 'therapist', { type: 'note.write', words: `Round ${round}` }),
    ]);
    expect({ round, replies }).toEqual({
      round,
      replies: replies.map(() => expect.objectContaining({ ok: true }) as unknown),
    });
    const care = await careNow();
    const outcomes = Object.fromEntries(care.sessions.map((s) => [s.sessionId, s.outcome]));
    expect(outcomes).toMatchObject({ [first]: 'closed', [second]: 'cancelled', [third]: 'open' });
    expect(care.record.conditions).toBe(`Round ${round}`);
    expect(care.stopped === null).toBe(round % 2 !== 0);
    for (const { sessionId } of care.sessions.filter(({ outcome }) => outcome === 'open')) {
      const { care: facts } = await session(sessionId);
      expect({ round, facts }).toEqual({ round, facts: factsOf(care, policy) });
      // Else each round’s policy would have to reach the sessions of all rounds before.
      await cancel(sessionId);
    }
  }
});
