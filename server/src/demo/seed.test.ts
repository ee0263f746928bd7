import type { RedeemReply } from '@sojourn/shared/http/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedDemo } from './demo.ts';
import { startTestApp, type TestApp } from './session/test-app.ts';
import { connect, cookieOf, everybodyIn, leave } from './session/test-people.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const seed = () => seedDemo({ app: app.app, publicUrl: app.url });
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
  expect(client.views[0]?.view).toMatchObject({ screen: 'client', phase: 'setup' });
  leave({ client });
});
