import { press } from '../personas/controls.ts';
import { expect, moveTo, takeDose, test, type Cast } from '../personas/personas.ts';
import { expectHears } from '../personas/signals.ts';
import type { Role } from '../product/fake-media.ts';

test.setTimeout(150_000);

const card = ({ chaperone }: Cast) =>
  chaperone.page.getByRole('alertdialog', { name: 'Chaperone alert' });
const line = (cast: Cast, role: Role) => cast[role].page.getByRole('region', { name: 'The line' });
const expectSilence = async ({ client }: Cast, from: Role) =>
  expect(expectHears(client.page, from, 4_000)).rejects.toThrow();

/** Every request for the line's room that this page makes. */
function countLineTokens({ page }: Cast['client']): () => number {
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().includes('livekit-token') && request.postData()?.includes('line')) asked += 1;
  });
  return () => asked;
}

test('[LN1 LN2] by one tap each, therapist and chaperone hear one another during an alert; the client hears neither until the therapist says so, and gets the therapist back at the end', async ({
  together,
}) => {
  const { therapist, client, chaperone } = together;
  const asked = countLineTokens(client);
  await takeDose(together);
  await expectHears(client.page, 'therapist');
  for (const role of ['therapist', 'chaperone'] as const) {
    await expect(line(together, role)).toHaveCount(0);
  }
  await press(client.page, 'Help');
  await press(card(together), 'Talk with Dr. Maya Ellis');
  await expect(line(together, 'therapist')).toContainText('Sam is on the line');
  // Nobody has taken it here: the therapist's loudspeaker carries nothing into the therapy.
  await expect(therapist.page.locator('audio[data-participant-role="chaperone"]')).toHaveCount(0);
  await press(therapist.page, 'Join Sam');
  await expectHears(therapist.page, 'chaperone');
  await expectHears(chaperone.page, 'therapist');
  await expect(card(together)).toContainText('You are talking with Dr. Maya Ellis');
  await expect(line(together, 'therapist')).toContainText('Robin does not hear you now');

  // The therapy goes on, one way: the client is heard, and hears nothing of the line.
  await expectHears(therapist.page, 'client');
  await expectSilence(together, 'therapist');
  await expect(client.page.locator('audio[data-participant-role="chaperone"]')).toHaveCount(0);
  await expect(chaperone.page.locator('[data-participant-role="client"]')).toHaveCount(0);
  expect(asked()).toBe(0);

  await press(therapist.page, 'Let Robin hear you, too');
  await expectHears(client.page, 'therapist');
  await expectHears(chaperone.page, 'therapist');
  await press(therapist.page, 'Talk with Sam only');
  await expectSilence(together, 'therapist');

  await press(line(together, 'therapist'), 'Hang up');
  await expectHears(client.page, 'therapist');
  await expect(card(together)).toContainText('is being asked to join');
  await press(line(together, 'therapist'), 'Join Sam');
  await expectHears(chaperone.page, 'therapist');

  // LN2: that they talked is in the record.
  const timeline = therapist.page.getByRole('list', { name: 'Timeline' });
  await expect(timeline).toContainText('Sam took the line');
  await expect(timeline).toContainText('Dr. Maya Ellis left the line');

  // With the alert it is over, by itself.
  await press(card(together), "I'm with them");
  await expectHears(chaperone.page, 'therapist');
  await press(therapist.page, 'Resolve');
  for (const role of ['therapist', 'chaperone'] as const) {
    await expect(line(together, role)).toHaveCount(0);
  }
  await expect(chaperone.page.locator('audio[data-participant-role]')).toHaveCount(0);
  await expectHears(client.page, 'therapist');
});

test('[LN1] the server gives no way in without an alert, and never to the client', async ({
  together,
}) => {
  const { sessionId } = together;
  await moveTo(together, 'Ready');
  const ask = (as: Role) =>
    together[as].page.evaluate(
      async ([id, role]) => {
        const reply = await fetch(`/api/sessions/${id}/livekit-token`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ as: role, room: 'line' }),
        });
        return reply.status;
      },
      [sessionId, as] as const,
    );
  expect([await ask('therapist'), await ask('client'), await ask('chaperone')]).toEqual([
    403, 403, 403,
  ]);
  await press(together.client.page, 'Help');
  await expect(card(together)).toBeVisible();
  expect([await ask('therapist'), await ask('client'), await ask('chaperone')]).toEqual([
    200, 403, 200,
  ]);
});
