import { mkdir } from 'node:fs/promises';
import { deskOf, launchFor } from './personas/browsers.ts';
import { arrive, newSession } from './personas/personas.ts';
import { notAskedYet } from './personas/phone.ts';
import { Hours } from './personas/watch.ts';
import { demoRobin } from './product/desk.ts';
import { Product } from './product/product.ts';
import { shootAlerting } from './screenshots/alerting.ts';
import { shootDoor } from './screenshots/door.ts';
import { shootDosing } from './screenshots/dosing.ts';
import { shootEnd } from './screenshots/end.ts';
import { shootOffice } from './screenshots/office.ts';
import { shootPreparing } from './screenshots/preparing.ts';
import { OUT } from './screenshots/shoot.ts';

/*
 * Walks one session through the real product and writes every screen to docs/screenshots:
 * <role>-<state>-<phone|desktop>-<light|dark>.png. `npm run screenshots`.
 */

await mkdir(OUT, { recursive: true });
const product = await Product.create();
const [therapist, client, chaperone] = await Promise.all([
  launchFor('therapist'),
  launchFor('client'),
  launchFor('chaperone'),
]);
const browsers = { therapist, client, chaperone };
try {
  const people = await arrive(product, browsers);
  await notAskedYet(people.chaperone.context);
  const robin = await demoRobin(await deskOf(people.therapist.page, product.url));
  const cast = { ...people, ...(await newSession(product, people.therapist, robin)) };
  await shootOffice(cast, product);
  await shootDoor(cast, product);
  await shootPreparing(cast);
  const hours = new Hours(product);
  await shootDosing(cast, hours);
  await shootAlerting(cast, product, hours);
  await shootEnd(cast, product);
} finally {
  await Promise.all(Object.values(browsers).map((browser) => browser.close()));
  await product.stop();
}
