import type { MediaTokenReply } from '@sojourn/shared/http/api';
import { expect, expectPhase, moveTo, settleIn, takeDose, test } from '../personas/personas.ts';
import { countPulses, expectHears, expectNoMedia, expectSees } from '../personas/signals.ts';

test('[LO1 MD1] nobody has a LiveKit token before the therapist lets somebody in', async ({
  cast,
}) => {
  const { therapist, client, chaperone } = cast;
  const tokens: string[] = [];
  for (const { page } of [therapist, client, chaperone]) {
    page.on('response', (reply) => {
      if (reply.url().includes('livekit-token') && reply.ok()) tokens.push(reply.url());
    });
  }
  await client.page.getByRole('button', { name: 'Join session' }).click();
  await chaperone.page.getByRole('button', { name: 'Join session' }).click();
  await expect(therapist.page.getByRole('button', { name: 'Admit Robin' })).toBeVisible();
  for (const as of ['client', 'chaperone', 'therapist'] as const) {
    const asker = { client, chaperone, therapist }[as].page;
    const path = `/api/sessions/${cast.sessionId}/livekit-token`;
    const status = await asker.evaluate(
      async ({ url, role }) => {
        const headers = { 'content-type': 'application/json' };
        const body = JSON.stringify({ as: role });
        return (await fetch(url, { method: 'POST', headers, body })).status;
      },
      { url: path, role: as },
    );
    expect(status, `a token for the ${as}`).toBe(403);
  }
  expect(tokens).toEqual([]);
  await therapist.page.getByRole('button', { name: 'Admit Robin' }).click();
  await expectPhase(client.page, 'arrival');
  await expect.poll(() => tokens.length).toBeGreaterThan(0);
});

test('[MD2] in setup all three see and hear each other, by content and by pitch', async ({
  together: { therapist, client, chaperone },
}) => {
  await expectSees(therapist.page, 'client');
  await expectSees(therapist.page, 'chaperone');
  await expectSees(client.page, 'therapist');
  await expectSees(client.page, 'chaperone');
  await expectSees(chaperone.page, 'therapist');
  await expectSees(chaperone.page, 'client');
  await expectHears(therapist.page, 'client');
  await expectHears(client.page, 'therapist');
  await expectHears(therapist.page, 'chaperone');
  await expectHears(chaperone.page, 'therapist');
});

test('[MD2 MD4] when setup ends the chaperone is out of the media, and comes back in release', async ({
  together,
}) => {
  const { therapist, client, chaperone, sessionId } = together;
  await expectSees(chaperone.page, 'client');
  await moveTo(together, 'Ready');
  await expectNoMedia(chaperone.page);
  await expectSees(therapist.page, 'client');
  await expectSees(client.page, 'therapist');
  await expect(therapist.page.locator('video[data-participant-role="chaperone"]')).toHaveCount(0);
  const refused = await chaperone.page.evaluate(async (id) => {
    const reply = await fetch(`/api/sessions/${id}/livekit-token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as: 'chaperone' }),
    });
    return reply.status;
  }, sessionId);
  expect(refused).toBe(403);

  await takeDose(together);
  for (const title of ['Onset', 'Journey', 'Return', 'Integration']) await moveTo(together, title);
  await expectNoMedia(chaperone.page);
  await expectSees(therapist.page, 'client');
  await moveTo(together, 'Release');
  await expectSees(chaperone.page, 'therapist');
  await expectSees(therapist.page, 'chaperone');
  await expectHears(therapist.page, 'client');
});

test('[MD4] a token kept from setup opens no door to the therapy', async ({ cast }) => {
  const { chaperone, therapist } = cast;
  const kept = new Promise<MediaTokenReply>((resolve) => {
    chaperone.page.on('response', async (reply) => {
      if (reply.url().includes('livekit-token') && reply.ok())
        resolve((await reply.json()) as MediaTokenReply);
    });
  });
  await settleIn(cast);
  const { url, token } = await kept;
  await expectSees(chaperone.page, 'therapist');
  await moveTo(cast, 'Ready');
  await expectSees(therapist.page, 'client');
  // The old token, used by hand as an attacker with the page's tools would.
  const outcome = await chaperone.page.evaluate(
    ([address, jwt]) =>
      new Promise<string>((resolve) => {
        const query = `access_token=${jwt}&protocol=16&sdk=js&auto_subscribe=1`;
        const socket = new WebSocket(`${address}/rtc?${query}`);
        socket.addEventListener('message', () => resolve('let in'));
        socket.addEventListener('error', () => resolve('refused'));
        setTimeout(() => resolve('silence'), 8_000);
      }),
    [url, token],
  );
  expect(outcome).toBe('refused');
});

test('[LO1] the therapist hears a soft sound when somebody comes to the door', async ({ cast }) => {
  const { page } = cast.therapist;
  const notes = await countPulses(page);
  await cast.client.page.getByRole('button', { name: 'Join session' }).click();
  await expect(page.getByRole('button', { name: 'Admit Robin' })).toBeVisible();
  await expect.poll(notes).toBe(2);
  await cast.chaperone.page.getByRole('button', { name: 'Join session' }).click();
  await expect.poll(notes).toBe(4);
});

test('[LO2] a reload keeps the place, in the lobby and in the room', async ({ cast }) => {
  const { therapist, client, chaperone } = cast;
  await client.page.getByRole('button', { name: 'Join session' }).click();
  await expect(therapist.page.getByRole('button', { name: 'Admit Robin' })).toBeVisible();
  await client.page.reload();
  await expect(client.page.getByRole('button', { name: 'Join session' })).toHaveCount(0);
  await therapist.page.getByRole('button', { name: 'Admit Robin' }).click();
  await expectPhase(client.page, 'arrival');
  await client.page.reload();
  await expectPhase(client.page, 'arrival');
  await expectSees(therapist.page, 'client');
  await expect(chaperone.page.getByRole('button', { name: 'Join session' })).toBeVisible();
});

test('[LO3] who was declined reads kind words and can ask again', async ({ cast }) => {
  const { therapist, client } = cast;
  await client.page.getByRole('button', { name: 'Join session' }).click();
  await therapist.page.getByRole('button', { name: 'Decline Robin' }).click();
  await client.page.getByRole('button', { name: 'Ask again' }).click();
  await therapist.page.getByRole('button', { name: 'Admit Robin' }).click();
  await expectPhase(client.page, 'arrival');
});

test('mute and camera buttons do what they say', async ({ together: { therapist, client } }) => {
  await expectSees(therapist.page, 'client');
  await client.page.getByRole('button', { name: 'Turn camera off' }).click();
  await expect(therapist.page.locator('video[data-participant-role="client"]')).toBeHidden();
  await client.page.getByRole('button', { name: 'Turn camera on' }).click();
  await expectSees(therapist.page, 'client');
  await expectHears(therapist.page, 'client');
  await client.page.getByRole('button', { name: 'Mute microphone' }).click();
  await expect(expectHears(therapist.page, 'client', 4_000)).rejects.toThrow();
  await client.page.getByRole('button', { name: 'Unmute microphone' }).click();
  await expectHears(therapist.page, 'client');
});

test('[DO4] after the dose the client’s screen is dark and asks nothing', async ({ together }) => {
  await takeDose(together);
  const { page } = together.client;
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'journey');
  await expect(page.getByRole('button', { name: "I'm ready" })).toHaveCount(0);
  await expect(page.getByRole('textbox')).toHaveCount(0);
  const help = await page.getByRole('button', { name: 'Help' }).boundingBox();
  expect(help?.height).toBeGreaterThan(844 / 3 - 8);
});
