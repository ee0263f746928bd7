import type { RedeemReply, SessionListReply } from '@sojourn/shared/http/api';
import type { RecordExport } from '@sojourn/shared/http/record-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedDemo } from './seed.ts';
import { verifyRecord } from '../record/verify.ts';
import { startTestApp, type TestApp } from '../session/test-app.ts';
import { connect, cookieOf, everybodyIn, leave } from '../session/test-people.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const seed = () => seedDemo({ app: app.app, sealer: app.sealer, publicUrl: app.url });
const open = (path: string, link: string) =>
  app.fetch(path, { method: 'POST', body: { token: new URL(link).hash.slice(1) } });

/** Three browsers with the three printed links. */
async function openLinks(links: Awaited<ReturnType<typeof seed>>) {
  const [therapist, client, chaperone] = [
    await open('/api/sign-in', links.therapist),
    await open('/api/invites/redeem', links.client),
    await open('/api/invites/redeem', links.chaperone),
  ];
  const { sessionId, outcome } = (await client.json()) as RedeemReply;
  expect(outcome).toBe('joined');
  const cookies = {
    therapist: cookieOf(therapist),
    client: cookieOf(client),
    chaperone: cookieOf(chaperone),
  };
  return { sessionId, cookies, tokens: { client: '', chaperone: '' } };
}

test('[IN2 LO2] every start prints links that work, ends those that nobody used, and leaves a session that somebody entered', async () => {
  const unused = await seed();
  const links = await seed();
  expect((await open('/api/invites/redeem', unused.client)).status).toBe(410);
  const room = await openLinks(links);
  expect(new URL(links.therapist).searchParams.get('to')).toBe(`/sessions/${room.sessionId}`);
  leave(await everybodyIn(app, room));

  const next = await openLinks(await seed());
  expect(next.sessionId).not.toBe(room.sessionId);
  const client = await connect(app, room, 'client');
  expect(client.views[0]?.view).toMatchObject({ screen: 'client', phase: 'arrival' });
  leave({ client });
});

async function signedIn(): Promise<string> {
  const { therapist } = await seed();
  return cookieOf(await open('/api/sign-in', therapist));
}
const listed = async (cookie: string) =>
  ((await (await app.fetch('/api/sessions', { cookie })).json()) as SessionListReply).sessions;

test('[CC1] however often it starts, one client has one closed dosing session, the other one ready to join, each after its preparation', async () => {
  const cookie = await signedIn();
  const before = await listed(cookie);
  expect(await listed(await signedIn())).toEqual(before);
  const of = (name: string) =>
    before
      .filter(({ clientName }) => clientName === name)
      .map(({ id, kind, phase }) => [kind, phase, id.slice(0, 2)]);
  expect(of('Noor')).toEqual([
    ['dosing', 'closed', 's_'],
    ['preparation', 'closed', 's_'],
    ['consultation', 'closed', 's_'],
  ]);
  expect(of('Robin')).toContainEqual(['dosing', 'arrival', 's_']);
  expect(of('Robin').filter(([kind]) => kind !== 'dosing')).toHaveLength(2);
  expect(new Set(before.map(({ clientId }) => clientId)).size).toBe(2);
});

test('[RC3 RC4] every record of the demo holds; the closed one is sealed, and tells the whole way', async () => {
  const cookie = await signedIn();
  for (const { id, kind, phase } of await listed(cookie)) {
    const file = await app.fetch(`/api/sessions/${id}/record.json`, { cookie });
    const record = (await file.json()) as RecordExport;
    expect({ kind, phase, ...verifyRecord(record) }).toMatchObject({ kind, phase, holds: true });
    if (phase !== 'closed' || kind !== 'dosing') continue;
    expect(record.seals.map(({ seq }) => seq)).toEqual([record.events.length]);
    const told = new Set(record.events.map(({ event }) => event.type));
    for (const type of ['consent.signed', 'drill.answered', 'dose.taken', 'release.signed']) {
      expect(told).toContain(type);
    }
  }
});
