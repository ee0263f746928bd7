import { randomUUID } from 'node:crypto';
import type { SessionView, TherapistView } from '@sojourn/shared/session/view';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../session/test-app.ts';
import { startPhoneNetwork, type PhoneNetwork } from './test-phone-network.ts';
import { asTherapist, delivered, phoneRooms } from './test-phone-room.ts';

let network: PhoneNetwork;
let app: TestApp;
let rooms: ReturnType<typeof phoneRooms>;
beforeAll(async () => {
  network = await startPhoneNetwork();
  app = await startTestApp({ pushHosts: [network.host], twilio: network.twilio });
  rooms = phoneRooms(app, network);
});
afterAll(async () => {
  await app.stop();
  await network.stop();
});
afterEach(() => rooms.settle());

const CONTACT = '+13035550122';

test('[PN2] Help is a text message at once, and nobody is called before ten seconds; the call says it twice and takes "1" for going', async () => {
  const { raise, sentSince, people } = await rooms.room();
  const began = Date.now();
  const { alertId, sent } = await raise();
  const sms = await sentSince(sent, 'sms');
  expect(Date.now() - began).toBeLessThan(2_000);
  expect(sms.form['Body']).toMatch(/^Sojourn: You are needed now/);
  expect(sms.form['Body']).not.toMatch(/Robin|Sam|Maya|ketamine/i);
  await network.callBack(sms.form['StatusCallback'] ?? '', { MessageStatus: 'delivered' });
  await people.therapist.until(delivered(alertId, 'sms', 'delivered'));

  const call = await sentSince(sent, 'call');
  expect(call.at - began).toBeGreaterThanOrEqual(9_900);
  const { heard, thanked } = await network.pickUp(call, '1');
  expect(heard.match(/Press 1/g)).toHaveLength(2);
  expect(heard).not.toMatch(/Robin|Sam|Maya|ketamine/i);
  expect(thanked).toContain('It is known that you are going');
  await people.therapist.until(delivered(alertId, 'call', 'answered'));
  const view = (await people.therapist.until(
    (view) => asTherapist(view)?.alerts.some(({ state }) => state === 'going') === true,
  )) as TherapistView;
  expect(view.alerts).toMatchObject([{ answeredBy: 'chaperone' }]);
});

test('[PN2] another digit is not going, and is asked again', async () => {
  const { raise, sentSince, people } = await rooms.room();
  const { sent } = await raise();
  const call = await sentSince(sent, 'call');
  const { thanked } = await network.pickUp(call, '7');
  expect(thanked).toContain('was not understood');
  expect(thanked).toContain('<Gather');
  const newest = asTherapist(people.therapist.views.at(-1)?.view as SessionView);
  expect(newest?.alerts).toMatchObject([{ state: 'raised' }]);
});

test('[PN2 ES1] an "I’m going" that could not be recorded is not said to be known, and is asked for again', async () => {
  const { room: held, raise, sentSince, people } = await rooms.room();
  const { sent } = await raise();
  const call = await sentSince(sent, 'call');
  const { thanked } = await app.app.db.transaction().execute(async (trx) => {
    // Longer than the server itself lets a transaction rest.
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(trx);
    await sql`select 1 from stream where stream_id = ${held.sessionId} for update`.execute(trx);
    const address = (call.form['Url'] ?? '').replace('/voice/', '/answer/');
    const after = await network.callBack(address, { CallSid: 'CA1', Digits: '1' });
    return { thanked: await after.text() };
  });
  expect(thanked).toContain('could not be recorded');
  expect(thanked).toContain('<Gather');
  const newest = asTherapist(people.therapist.views.at(-1)?.view as SessionView);
  expect(newest?.alerts).toMatchObject([{ state: 'raised' }]);
}, 40_000);

test('[AL11 PN2] a text message that the provider took and could not deliver is said to have failed', async () => {
  const { raise, sentSince, people } = await rooms.room();
  const { alertId, sent } = await raise();
  const sms = await sentSince(sent, 'sms');
  await people.therapist.until(delivered(alertId, 'sms', 'sent'));
  await network.callBack(sms.form['StatusCallback'] ?? '', { MessageStatus: 'failed' });
  const view = await people.therapist.until(delivered(alertId, 'sms', 'failed', 'given_up'));
  expect(asTherapist(view)?.alerts).toMatchObject([{ state: 'raised' }]);
});

test('[PN2] a callback with a wrong signature, or none, changes nothing', async () => {
  const { raise, sentSince, people } = await rooms.room();
  const { alertId, sent } = await raise();
  const sms = await sentSince(sent, 'sms');
  const address = sms.form['StatusCallback'] ?? '';
  // Whatever was sent at once is known to be: nothing else happens for ten seconds.
  for (const channel of ['push', 'sms'] as const) {
    await people.therapist.until(delivered(alertId, channel, 'sent'));
  }
  const before = people.therapist.views.at(-1)?.view.revision;
  const answer = address.replace('/status/', '/answer/');
  for (const signature of ['', 'bm90IGEgc2lnbmF0dXJl']) {
    const told = await network.callBack(address, { MessageStatus: 'delivered' }, signature);
    expect(told.status).toBe(403);
    expect((await network.callBack(answer, { Digits: '1' }, signature)).status).toBe(403);
  }
  expect(people.therapist.views.at(-1)?.view.revision).toBe(before);
});

test('[PN2 AL11] a number that cannot be called is said to be one, and the ladder goes on', async () => {
  const { raise, people, phone } = await rooms.room();
  network.refused.set(phone, 21614);
  const { alertId } = await raise();
  await people.therapist.until(delivered(alertId, 'sms', 'failed', 'number_refused'));
  await people.therapist.until(delivered(alertId, 'call', 'failed', 'number_refused'), 15_000);
  expect([...network.sentTo(phone, 'sms'), ...network.sentTo(phone, 'call')]).toEqual([]);
});

test('[PN2 TM2] a provider that is away for some seconds is tried again, and the message goes out once', async () => {
  const { raise, sentSince, people, phone } = await rooms.room();
  network.setOutage(true);
  const { alertId, sent } = await raise();
  await people.therapist.until(delivered(alertId, 'sms', 'failed', 'provider'));
  network.setOutage(false);
  await sentSince(sent, 'sms');
  await people.therapist.until(delivered(alertId, 'sms', 'sent'));
  // The call of second 10 is the sign that whatever was to follow has followed.
  await sentSince(sent, 'call');
  expect(network.sentTo(phone, 'sms')).toHaveLength(1);
});

test('[AL9 PN2] nobody answers for half a minute: the second contact is written to and called, and can say that they go', async () => {
  const { raise, sentSince, people } = await rooms.room();
  const { alertId, sent } = await raise();
  const call = await sentSince(sent, 'call', CONTACT, 40_000);
  const seen = (await people.therapist.until(
    (view) => asTherapist(view)?.dispatchShown === true,
  )) as TherapistView;
  expect(seen.alerts).toMatchObject([{ alertId, state: 'raised' }]);
  await network.pickUp(call, '1');
  await people.therapist.until(
    (view) => asTherapist(view)?.alerts.some((alert) => alert.answeredBy === 'second') === true,
  );
}, 60_000);

test('[GD3 PN1 PN2] the drill goes to this phone by every way, says that it is one, and "1" is heard, not going', async () => {
  const { browser, pushSince, sentSince, people } = await rooms.room();
  const [pushes, sent] = [network.pushes.length, network.outgoing.length];
  const drillId = randomUUID();
  expect(await people.therapist.send({ type: 'drill.start' }, drillId)).toMatchObject({ ok: true });
  const push = await pushSince(pushes);
  expect(JSON.parse(browser.decrypt(push.body))).toMatchObject({ drill: true });
  expect((await sentSince(sent, 'sms')).form['Body']).toContain('This is a drill');
  const { heard } = await network.pickUp(await sentSince(sent, 'call'), '1');
  expect(heard).toContain('This is a drill');
  await people.therapist.until(delivered(drillId, 'call', 'answered'));
});

test('[GD3 PN2] the call of a drill that was begun anew meanwhile is still said to be a drill', async () => {
  const { sentSince, people } = await rooms.room();
  const sent = network.outgoing.length;
  await people.therapist.send({ type: 'drill.start' }, randomUUID());
  const call = await sentSince(sent, 'call');
  await people.therapist.send({ type: 'drill.start' }, randomUUID());
  const { heard, thanked } = await network.pickUp(call, '1');
  expect(heard).toContain('This is a drill');
  expect(thanked).toContain('The drill was heard');
});

test('[LA4 PN2] a chaperone who agreed in Spanish is written to and called in Spanish, without a word of anybody', async () => {
  const { people, sentSince } = await rooms.room('es');
  const sent = network.outgoing.length;
  await people.therapist.send({ type: 'drill.start' }, randomUUID());
  const text = (await sentSince(sent, 'sms')).form['Body'];
  expect(text).toMatch(/^Sojourn: Esto es una prueba\. .*, y confirme que la oyó\. http/);
  const { heard, thanked } = await network.pickUp(await sentSince(sent, 'call'), '1');
  expect(heard.match(/<Say language="es-MX">[^<]*Marque 1/g)).toHaveLength(2);
  expect(thanked).toContain('<Say language="es-MX">Gracias. La prueba se oyó.');
});
