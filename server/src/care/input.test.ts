import { randomUUID } from 'node:crypto';
import { DEFAULT_POLICY } from '@sojourn/shared/care/practice';
import type { CareView } from '@sojourn/shared/care/view';
import { DEFAULT_LADDER } from '@sojourn/shared/session/ladder';
import type { ApiError } from '@sojourn/shared/http/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROBIN, terms } from '../demo/practice.ts';
import { startTestApp, type TestApp } from '../session/test-app.ts';
import { signIn } from '../session/test-people.ts';
import { addClient } from '../session/test-sessions.ts';

/* Input of the course of care that is wrong: every fault at once, each at its field, in words (CM3). */

let app: TestApp;
let cookie: string;
let clientId: string;
beforeAll(async () => {
  app = await startTestApp();
  cookie = await signIn(app);
  clientId = await addClient(app.app.care, Date.now());
});
afterAll(() => app.stop());

const LATE = DEFAULT_LADDER.high.map((step) => ({ ...step, after: 60 }));
const A_DAY = 86_400_000;
const LONG = 'x'.repeat(20_000);
const now = Date.now();
const ask = (method: string, path: string, body: unknown) =>
  app.fetch(path, { method, body, cookie });

/** What a refusal says, and of it what no person would understand. */
async function faultsOf(refused: Response) {
  const { code, message, fields = {} } = (await refused.json()) as ApiError;
  const strange = [message, ...Object.values(fields)].filter(
    (words) => !/^[A-Z0-9].*[.?]$/s.test(words) || /Invalid|expected /.test(words),
  );
  return { status: refused.status, code, fields: Object.keys(fields).toSorted(), strange };
}
const at = (fields: string[]) => ({ status: 400, code: 'invalid', fields, strange: [] });

test.each<[string, unknown, string[]]>([
  ['nothing', {}, ['record']],
  ['a list', [], ['body']],
  ['no first name', { record: { ...ROBIN, firstName: ' ' } }, ['record.firstName']],
  [
    'no list of contacts',
    { record: { ...ROBIN, emergencyContacts: null } },
    ['record.emergencyContacts'],
  ],
  [
    'a date of birth as it is spoken',
    { record: { ...ROBIN, birthDate: '14.3.1988' } },
    ['record.birthDate'],
  ],
  [
    'a date of birth to come',
    { record: { ...ROBIN, birthDate: '2999-01-01' } },
    ['record.birthDate'],
  ],
  [
    '911, which reaches the wrong dispatcher',
    { record: { ...ROBIN, dispatchLine: '911' } },
    ['record.dispatchLine'],
  ],
  [
    'two faults of an address',
    { record: { ...ROBIN, home: { ...ROBIN.home, state: 'XX', zip: '1' } } },
    ['record.home.state', 'record.home.zip'],
  ],
  ['a text of 20,000 characters', { record: { ...ROBIN, allergies: LONG } }, ['record.allergies']],
  [
    'a contact without a number',
    { record: { ...ROBIN, emergencyContacts: [{ name: 'A', relation: null, phone: 'none' }] } },
    ['record.emergencyContacts.0.phone'],
  ],
])('[CM3] a client’s record with %s', async (_, body, fields) => {
  const asked = Array.isArray(body) ? body : { commandId: randomUUID(), ...(body as object) };
  expect(await faultsOf(await ask('POST', '/api/clients', asked))).toEqual(at(fields));
});

const schedule = (change: object = {}) => ({
  type: 'session.schedule',
  kind: 'dosing',
  scheduledAt: now + A_DAY,
  ...change,
});
const order = (change: object) => ({
  type: 'order.write',
  replaces: null,
  terms: { ...terms(now), ...change },
});
const screening = (change: object) => ({
  type: 'screening.record',
  screening: {
    outcome: 'cleared',
    by: 'Dr. Okafor',
    decidedAt: now - A_DAY,
    validUntil: now + A_DAY,
    ...change,
  },
});
const { limits } = terms(now);

test.each<[string, unknown, string[]]>([
  ['nothing', undefined, ['command']],
  ['of a kind that there is not', { type: 'course.erase' }, ['command.type']],
  ['to schedule a party', schedule({ kind: 'party' }), ['command.kind']],
  ['to schedule for “soon”', schedule({ scheduledAt: 'soon' }), ['command.scheduledAt']],
  ['to schedule for last week', schedule({ scheduledAt: now - 7 * A_DAY }), ['scheduledAt']],
  [
    'an order with two faults',
    order({ tablets: 40, prescriberPhone: 'x' }),
    ['command.terms.prescriberPhone', 'command.terms.tablets'],
  ],
  [
    'an order that ends before it begins',
    order({ validFrom: now, validUntil: now - 1 }),
    ['command.terms.validUntil'],
  ],
  [
    'limits that are exchanged',
    order({ limits: { ...limits, systolic: { min: 140, max: 90 } } }),
    ['command.terms.limits.systolic.max'],
  ],
  ['a clearance for ever', screening({ validUntil: null }), ['command.screening.validUntil']],
  ['a clearance of tomorrow', screening({ decidedAt: now + A_DAY / 2 }), ['screening.decidedAt']],
  [
    'to withdraw an order with two faults',
    { type: 'order.withdraw', orderId: 7, reason: '' },
    ['command.orderId', 'command.reason'],
  ],
  ['to stop for no reason', { type: 'course.stop' }, ['command.reason']],
  [
    'a follow-up of 20,000 characters',
    { type: 'followup.record', sessionId: '', words: LONG },
    ['command.sessionId', 'command.words'],
  ],
])('[CM3] a press: %s; nothing of it is recorded', async (_, command, fields) => {
  const view = async () =>
    (await (await app.fetch(`/api/clients/${clientId}`, { cookie })).json()) as CareView;
  const before = await view();
  const press = { commandId: randomUUID(), command };
  expect(await faultsOf(await ask('POST', `/api/clients/${clientId}/commands`, press))).toEqual(
    at(fields),
  );
  expect(await view()).toEqual(before);
});

test('[CM3 ES2] a press without an id of its own is refused: it could be applied twice', async () => {
  const refused = await ask('POST', `/api/clients/${clientId}/commands`, { command: schedule() });
  expect(await faultsOf(refused)).toEqual(at(['commandId']));
});

test.each<[string, unknown, string[]]>([
  ['nothing', {}, ['policy']],
  ['no state', { policy: { ...DEFAULT_POLICY, licensedStates: [] } }, ['policy.licensedStates']],
  [
    'one that is no state',
    { policy: { ...DEFAULT_POLICY, licensedStates: ['XX'] } },
    ['policy.licensedStates.0'],
  ],
  [
    'no list of states',
    { policy: { ...DEFAULT_POLICY, licensedStates: 'CO' } },
    ['policy.licensedStates'],
  ],
  [
    '99 preparation sessions',
    { policy: { ...DEFAULT_POLICY, preparationSessions: 99 } },
    ['policy.preparationSessions'],
  ],
  [
    'a ladder that begins after a minute',
    { policy: { ...DEFAULT_POLICY, ladder: { ...DEFAULT_LADDER, high: LATE } } },
    ['policy.ladder.high'],
  ],
  ['no words for a referral', { policy: { ...DEFAULT_POLICY, referral: '' } }, ['policy.referral']],
])('[CM3] a policy with %s', async (_, body, fields) => {
  expect(await faultsOf(await ask('PUT', '/api/practice', body))).toEqual(at(fields));
});
