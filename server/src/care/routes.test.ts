import { randomUUID } from 'node:crypto';
import type { CareView } from '@sojourn/shared/care/view';
import { DEFAULT_POLICY } from '@sojourn/shared/care/practice';
import type { ApiError } from '@sojourn/shared/http/api';
import type { CareCommandReply, ClientListReply } from '@sojourn/shared/http/care-api';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { NOOR, ROBIN, terms } from '../demo/practice.ts';
import { startTestApp, type TestApp } from '../session/test-app.ts';
import { connect, leave, openRoom, signIn } from '../session/test-people.ts';
import { addClient, addTherapist } from '../session/test-sessions.ts';

let app: TestApp;
let cookie: string;
let colleague: string;
let clientId: string;
beforeAll(async () => {
  app = await startTestApp();
  await addTherapist(app.app.db, 'therapist-2');
  cookie = await signIn(app);
  colleague = await signIn(app, 'therapist-2');
});
afterAll(() => app.stop());
beforeEach(async () => {
  clientId = await addClient(app.app.care, Date.now());
});

const A_DAY = 86_400_000;
const ask = (method: string, path: string, body?: unknown, as = cookie) =>
  app.fetch(path, { method, body, cookie: as });
const press = (command: unknown, { id = clientId, as = cookie, commandId = randomUUID() } = {}) =>
  ask('POST', `/api/clients/${id}/commands`, { commandId, command }, as);
const viewOf = async (id = clientId) =>
  (await (await ask('GET', `/api/clients/${id}`)).json()) as CareView;
const refusalOf = async (response: Response) => (await response.json()) as ApiError;
const schedule = (kind = 'dosing') => ({
  type: 'session.schedule',
  kind,
  scheduledAt: Date.now() + A_DAY,
});

test('[CM2 SC1] who is not signed in as a therapist learns nothing and changes nothing', async () => {
  const { cookies } = await openRoom(app);
  const revision = (await viewOf()).revision;
  for (const [method, path, body] of [
    ['GET', '/api/clients'],
    ['POST', '/api/clients', { commandId: randomUUID(), record: ROBIN }],
    ['GET', `/api/clients/${clientId}`],
    ['GET', `/api/clients/${clientId}/access`],
    ['POST', `/api/clients/${clientId}/commands`, { commandId: randomUUID(), command: schedule() }],
    ['GET', '/api/practice'],
    ['PUT', '/api/practice', { policy: DEFAULT_POLICY }],
  ] as const) {
    for (const as of ['', cookies.client, cookies.chaperone, 'sojourn_therapist=x']) {
      const refused = await ask(method, path, body, as);
      expect([method, path, refused.status]).toEqual([method, path, 401]);
      expect(await refused.text()).not.toContain('Robin');
    }
  }
  expect((await viewOf()).revision).toBe(revision);
});

test('[CM2 SC1] another therapist’s client is as one that does not exist', async () => {
  const revision = (await viewOf()).revision;
  for (const [id, as] of [
    [clientId, colleague],
    ['c_nowhere', cookie],
    ['%00', cookie],
    ['..%2F..', cookie],
  ] as const) {
    const replies = [
      await ask('GET', `/api/clients/${id}`, undefined, as),
      await ask('GET', `/api/clients/${id}/access`, undefined, as),
      await press(schedule('consultation'), { id, as }),
    ];
    expect([id, ...replies.map(({ status }) => status)]).toEqual([id, 404, 404, 404]);
  }
  const theirs = (await (
    await ask('GET', '/api/clients', undefined, colleague)
  ).json()) as ClientListReply;
  expect(theirs.clients).toEqual([]);
  expect((await viewOf()).revision).toBe(revision);
});

test('[CC1] a client who was registered is listed with the step that they are at, and read as they were written', async () => {
  const registered = await ask('POST', '/api/clients', { commandId: randomUUID(), record: NOOR });
  expect(registered.status).toBe(201);
  const { clientId: id } = (await registered.json()) as { clientId: string };
  expect((await viewOf(id)).record).toEqual(NOOR);
  const { clients } = (await (await ask('GET', '/api/clients')).json()) as ClientListReply;
  expect(clients.find((client) => client.clientId === id)).toEqual({
    clientId: id,
    firstName: 'Noor',
    step: 'consultation',
    stopped: false,
    nextSessionAt: null,
  });
});

const now = Date.now();
const order = (replaces: string | null = null) => ({
  type: 'order.write',
  replaces,
  terms: terms(now),
});

test('[OR2] a second order for the same days is refused at its first day, and the first stays in force', async () => {
  const before = await viewOf();
  const refused = await press(order());
  const error = await refusalOf(refused);
  expect([refused.status, error.code]).toEqual([409, 'orders_overlap']);
  expect(Object.keys(error.fields ?? {})).toEqual(['terms.validFrom']);
  expect((await viewOf()).orders).toEqual(before.orders);
  const [first] = before.orders;
  expect((await press(order(first?.orderId))).status).toBe(200);
});

test('[CC2] a dosing session that lacks something is refused with all that is missing, and whose turn it is', async () => {
  const registered = await ask('POST', '/api/clients', { commandId: randomUUID(), record: NOOR });
  const { clientId: id } = (await registered.json()) as { clientId: string };
  const refused = await press(schedule(), { id });
  const error = await refusalOf(refused);
  expect([refused.status, error.code]).toEqual([409, 'guard_unmet']);
  expect(error.missing).toMatchObject([
    { guard: 'clearance', turn: 'prescriber' },
    { guard: 'order', turn: 'prescriber' },
  ]);
  expect((await viewOf(id)).sessions).toEqual([]);
  expect((await press(schedule('preparation'), { id })).status).toBe(200);
});

test('[ES2] the same press sent again, and five times at once, makes one session and gets the same answer', async () => {
  const commandId = randomUUID();
  const command = schedule();
  const replies: CareCommandReply[] = [];
  const send = async () => {
    const reply = await press(command, { commandId });
    expect(reply.status).toBe(200);
    replies.push((await reply.json()) as CareCommandReply);
  };
  await Promise.all(Array.from({ length: 5 }, send));
  await press({ type: 'client.amend', record: { ...ROBIN, conditions: null } });
  await send();
  expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
  const { sessionId } = replies[0] ?? {};
  const { sessions } = await viewOf();
  expect(sessions.map((session) => session.sessionId)).toEqual([sessionId]);
  const listed = (await (await ask('GET', '/api/sessions')).json()) as {
    sessions: { id: string; clientId: string }[];
  };
  expect(listed.sessions.filter((session) => session.clientId === clientId)).toMatchObject([
    { id: sessionId, kind: 'dosing', phase: 'arrival', clientName: 'Robin' },
  ]);
});

test('[CC4 ES1] a new policy is read as it was written, and is on the client’s open screen at once', async () => {
  const room = await openRoom(app);
  const therapist = await connect(app, room, 'therapist');
  const policy = { ...DEFAULT_POLICY, licensedStates: ['CO', 'UT'] };
  const set = await ask('PUT', '/api/practice', { policy });
  const channels = { push: true, sms: false, call: false };
  const practice = { practiceName: 'Juniper Lane', policy, channels };
  expect([set.status, await set.json()]).toEqual([200, practice]);
  expect(await (await ask('GET', '/api/practice')).json()).toEqual(practice);
  await therapist.until(
    (view) => view.screen === 'therapist' && view.care.policy.licensedStates.includes('UT'),
  );
  leave({ therapist });
  const theirs = (await (await ask('GET', '/api/practice', undefined, colleague)).json()) as {
    policy: unknown;
  };
  expect(theirs.policy).toEqual(DEFAULT_POLICY);
});

test('[CC6] two forms that were opened on the same policy take back nothing of one another', async () => {
  const from = { ...DEFAULT_POLICY, licensedStates: ['CO', 'UT'] };
  const put = (policy: object) => ask('PUT', '/api/practice', { policy, from });
  await ask('PUT', '/api/practice', { policy: from });
  await put({ ...from, licensedStates: ['CO'] });
  const saved = await put({ ...from, referral: 'Call us' });
  const kept = { ...from, licensedStates: ['CO'], referral: 'Call us' };
  expect(await saved.json()).toMatchObject({ policy: kept });
  expect(await (await ask('GET', '/api/practice')).json()).toMatchObject({ policy: kept });
});

test('[ES2] a client who is registered twice by the same press is one client', async () => {
  const body = { commandId: randomUUID(), record: NOOR };
  const ids = new Set<string>();
  const register = async () => {
    const reply = await ask('POST', '/api/clients', body);
    expect(reply.status).toBe(201);
    ids.add(((await reply.json()) as { clientId: string }).clientId);
  };
  await register();
  await register();
  await Promise.all([register(), register(), register()]);
  expect(ids.size).toBe(1);
  const foreign = await ask('POST', '/api/clients', body, colleague);
  expect(foreign.status).toBe(404);
});
