import type { ViewMessage } from '@sojourn/shared/session/protocol';
import type { SessionView } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import { createSessionStore, receiveView } from './session-store.ts';

const NOW = 1_000_000;
const message = (revision: number, serverTime = NOW, more = {}): ViewMessage => ({
  serverTime,
  view: { screen: 'therapist', revision, ...more } as unknown as SessionView,
});

/** What the screen shows after these messages, in this order. */
function shown(...messages: ViewMessage[]) {
  const store = createSessionStore(() => NOW);
  for (const each of messages) store.set(receiveView(store.get(), each, NOW));
  return store.get();
}

test('[ES5] views that arrive out of order leave the newest on the screen: a resolved alert does not come back', () => {
  expect(shown(message(3), message(5), message(4)).view).toMatchObject({ revision: 5 });
  expect(shown(message(5), message(1)).view).toMatchObject({ revision: 5 });
});

test('[ES5] the first view of a connection is drawn even when nothing happened since', () => {
  expect(
    shown(message(5, NOW, { mark: 'before' }), message(5, NOW, { mark: 'after' })).view,
  ).toMatchObject({ mark: 'after' });
});

test('[ES5] a view that takes the viewer from the lobby into the room is drawn whole, with nothing left of the lobby', () => {
  const lobby = message(3, NOW, { screen: 'lobby', admission: 'waiting' });
  expect(shown(lobby, message(4)).view).toEqual({ screen: 'therapist', revision: 4 });
});

test('[PH5] the minutes since the dose follow the server’s clock, also on a phone that is an hour wrong', () => {
  expect(shown(message(1, NOW + 3_600_000)).clockOffset).toBe(3_600_000);
  expect(shown(message(2, NOW), message(1, NOW - 5_000))).toMatchObject({
    clockOffset: -5_000,
    view: { revision: 2 },
  });
});

test('[ES5] who draws the screen is told of each change, and not after it has gone', () => {
  const store = createSessionStore(() => NOW);
  let drawn = 0;
  const stop = store.subscribe(() => void (drawn += 1));
  const before = store.get();
  store.set({ link: 'lost' });
  expect(drawn).toBe(1);
  expect(store.get()).not.toBe(before);
  expect(before.link).toBe('connecting');
  stop();
  store.set({ link: 'connected' });
  expect(drawn).toBe(1);
});
