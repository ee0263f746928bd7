import { press } from '../personas/controls.ts';
import { handsOf } from '../personas/hands.ts';
import { expect, moveTo, takeDose, test as base, type Cast } from '../personas/personas.ts';
import { phoneOf, usePushService } from '../personas/phone.ts';
import { Product } from '../product/product.ts';
import { startPushService, type PushService } from '../product/phone-network.ts';

/* The chaperone's phone with the page closed: from the tap that allows it to the answer from the lock screen. */

const test = base.extend<object, { pushes: PushService }>({
  pushes: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from the pattern
    async ({}, use) => {
      const pushes = await startPushService();
      await use(pushes);
      await pushes.stop();
    },
    { scope: 'worker' },
  ],
  product: [
    async ({ pushes }, use) => {
      const product = await Product.create({ env: { PUSH_HOSTS: pushes.host } });
      await use(product);
      await product.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

const RINGS = 'This phone rings when the page is closed, too.';
const alerts = ({ therapist }: Cast) => therapist.page.getByRole('region', { name: 'Alerts' });
const pushesIn = async (cast: Cast) => {
  const hands = await handsOf(cast, 'therapist');
  const { view } = hands.view();
  hands.letGo();
  return view.screen === 'therapist'
    ? view.deliveries.filter(({ channel }) => channel === 'push').map(({ state }) => state)
    : [];
};

/** Allowed before the page was opened: the server is told of this phone by itself. */
async function allowedAlready({ chaperone }: Cast, pushes: PushService): Promise<void> {
  const { context, page } = chaperone;
  await usePushService(context, pushes.subscription);
  await context.grantPermissions(['camera', 'microphone', 'notifications']);
  const told = page.waitForResponse((reply) => reply.url().endsWith('/push') && reply.ok());
  await page.reload();
  await told;
}

test('[PN1 AL3 AL11] the page closed, Help pressed: the phone shows it without a word of anybody, and “I’m going” from the notification is going on every screen', async ({
  together,
  product,
  pushes,
}) => {
  const { client, chaperone } = together;
  const { context } = chaperone;
  await usePushService(context, pushes.subscription);
  await chaperone.page.reload();
  // This browser has been told no: the phone says so, and what to do.
  await expect(chaperone.page.getByText('Messages are not allowed on this phone.')).toBeVisible();
  await context.grantPermissions(['camera', 'microphone', 'notifications']);
  await press(chaperone.page, 'Try again');
  await expect(chaperone.page.getByText(RINGS)).toBeVisible();
  await chaperone.page.evaluate(() => navigator.serviceWorker.ready);
  await takeDose(together);
  // The drill before it was one of the messages, too.
  expect(JSON.parse(await pushes.next(together.sessionId))).toMatchObject({ drill: true });

  const blank = await context.newPage();
  const phone = await phoneOf(context, blank, `${product.url}/`);
  await chaperone.page.close();
  await press(client.page, 'Help');
  const message = await pushes.next(together.sessionId);
  expect(message).not.toMatch(/Robin|Sam|Maya|ketamine|lozenge/i);
  await phone.deliver(message);
  await expect.poll(phone.shown).toEqual([
    {
      title: 'You are needed now',
      body: 'Please go at once, then open the page.',
      tag: (JSON.parse(message) as { alertId: string }).alertId,
      requireInteraction: true,
      actions: ['going', 'open'],
    },
  ]);
  await expect.poll(() => pushesIn(together)).toContain('delivered');
  await expect(alerts(together)).not.toContainText('is going');

  // The same alert again stands in its own place.
  await phone.deliver(message);
  await expect.poll(async () => (await phone.shown()).length).toBe(1);

  // Without a network the answer is said again until it is heard.
  await context.setOffline(true);
  expect(await phone.isOnline()).toBe(false);
  const tapped = phone.tap('going');
  await expect.poll(phone.shown).toEqual([]);
  await expect(alerts(together)).not.toContainText('is going');
  await context.setOffline(false);
  await tapped;
  await expect(alerts(together)).toContainText('Sam is going');
  await expect(client.page.getByText('Sam is coming to you')).toBeVisible();
  expect(await pushesIn(together)).toContain('answered');
});

test('[PN1] who answers on the page has no notification left to answer', async ({
  together,
  product,
  pushes,
}) => {
  const { client, chaperone } = together;
  const { context, page } = chaperone;
  await allowedAlready(together, pushes);
  await moveTo(together, 'Ready');
  const phone = await phoneOf(context, page, `${product.url}/`);
  const drill = await pushes.next(together.sessionId);
  expect(JSON.parse(drill)).toMatchObject({ drill: true });
  await press(client.page, 'Help');
  await phone.deliver(await pushes.next(together.sessionId));
  await expect.poll(async () => (await phone.shown()).length).toBe(1);
  await press(page, "I'm going");
  await expect.poll(phone.shown).toEqual([]);
});

test('[PN1] the push service gives the phone another address with the page closed: the next alert rings there', async ({
  together,
  product,
  pushes,
}) => {
  const { client, chaperone } = together;
  const { context, page } = chaperone;
  await allowedAlready(together, pushes);
  await takeDose(together);
  expect(JSON.parse(await pushes.next(together.sessionId))).toMatchObject({ drill: true });
  const blank = await context.newPage();
  const phone = await phoneOf(context, blank, `${product.url}/`);
  await page.close();
  const moved = pushes.newAddress();
  await phone.moveTo(moved.subscription);
  await press(client.page, 'Help');
  await phone.deliver(await moved.next(together.sessionId));
  await expect.poll(async () => (await phone.shown()).length).toBe(1);
});
