import { randomUUID } from 'node:crypto';
import type { Language } from '@sojourn/shared/language';
import type { SessionView, TherapistView } from '@sojourn/shared/session/view';
import { expect } from 'vitest';
import type { TestApp } from '../session/test-app.ts';
import { leave, roomFull, type TestBrowser } from '../session/test-people.ts';
import type { PhoneNetwork } from './test-phone-network.ts';

/* Test support: rooms whose chaperone has a phone that can be pushed to, written to and called. */

const help = { type: 'alert.raise', kind: 'help' } as const;

export const asTherapist = (view: SessionView): TherapistView | null =>
  view.screen === 'therapist' ? view : null;

export const delivered =
  (alertId: string, channel: string, state: string, fault: string | null = null) =>
  (view: SessionView) =>
    asTherapist(view)?.deliveries.some(
      (each) =>
        each.alertId === alertId &&
        each.channel === channel &&
        each.state === state &&
        each.fault === fault,
    ) === true;

let phones = 0;

/** Call it in `beforeAll`; `settle` in `afterEach`: what a test left open would go on calling through the next one. */
export function phoneRooms(app: TestApp, network: PhoneNetwork) {
  const open: TestBrowser[] = [];
  const toSettle: (() => Promise<void>)[] = [];

  /** A room whose chaperone has left this phone's number, and one browser that takes pushes. */
  async function room(language?: Language) {
    const { room, people } = await roomFull(app, open);
    phones += 1;
    const phone = `+13035550${200 + phones}`;
    toSettle.push(async () => {
      const left = asTherapist(people.therapist.views.at(-1)?.view as SessionView)?.alerts ?? [];
      for (const { alertId } of left) {
        await people.chaperone.send({ type: 'alert.with_client', alertId });
        await people.therapist.send({ type: 'alert.resolve', alertId });
      }
    });
    const cookie = room.cookies.chaperone;
    const browser = network.newBrowser();
    const path = `/api/sessions/${room.sessionId}/push`;
    const { subscription } = browser;
    const taken = await app.fetch(path, { method: 'POST', cookie, body: { subscription } });
    expect(taken.status).toBe(204);
    await people.chaperone.send({ type: 'chaperone.agree', name: 'Sam', phone, language });
    await people.therapist.until((view) => asTherapist(view)?.channels.sms === true);
    const raise = async () => {
      const alertId = randomUUID();
      const before = { pushes: network.pushes.length, sent: network.outgoing.length };
      expect(await people.client.send(help, alertId)).toMatchObject({ ok: true });
      return { alertId, ...before };
    };
    const pushSince = (from: number) =>
      network.until(() =>
        network.pushes.slice(from).find(({ path }) => subscription.endpoint.endsWith(path)),
      );
    const sentSince = (from: number, kind: 'sms' | 'call', to = phone, within?: number) =>
      network.until(
        () =>
          network.outgoing.slice(from).find((each) => each.kind === kind && each.form['To'] === to),
        within,
      );
    return { room, phone, people, browser, raise, pushSince, sentSince, cookie };
  }

  async function settle(): Promise<void> {
    for (const each of toSettle.splice(0)) await each();
    leave(Object.fromEntries(open.splice(0).entries()));
  }
  return { room, settle };
}
