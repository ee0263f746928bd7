import { expect, test, vi } from 'vitest';
import { pageFor, readPush, shownFor, tell, TRIES, unsentFor } from './push-model.ts';

const MESSAGE = {
  sessionId: 's_1',
  alertId: 'a_1',
  token: 'token-token',
  drill: false,
  title: 'You are needed now',
  body: 'Please go at once, then open the page.',
};

test('[PN1] an alert is shown until somebody acts, offers the answer, and comes again in its own place', () => {
  const { title, options } = shownFor(readPush(JSON.stringify({ ...MESSAGE, high: true })));
  expect(title).toBe('You are needed now');
  expect(options).toMatchObject({ tag: 'a_1', renotify: true, requireInteraction: true });
  expect(options.actions.map(({ action }) => action)).toEqual(['going', 'open']);
  expect(options.data).toEqual(MESSAGE);
});

test('[PN1] a drill asks nobody to go', () => {
  const { options } = shownFor({ ...MESSAGE, drill: true });
  expect(options.actions.map(({ action }) => action)).toEqual(['open']);
});

test.each(['', '{', 'null', '[]', '{"sessionId":7}', JSON.stringify({ ...MESSAGE, token: '' })])(
  '[PN1] what cannot be read (%j) still rings, and answers for no alert',
  (text) => {
    expect(readPush(text)).toBeNull();
    const { title, options } = shownFor(readPush(text));
    expect(title).toBe('You may be needed');
    expect(options.actions.map(({ action }) => action)).toEqual(['open']);
  },
);

test('[PN1] the page of this session comes to the front, not that of another', () => {
  const at = (path: string) => ({ url: `https://sojourn.example${path}` });
  const mine = at('/sessions/s_1/chaperone?a=1');
  expect(pageFor([at('/sessions/s_2/chaperone'), mine], MESSAGE)).toBe(mine);
  expect(pageFor([at('/sessions/s_1/client')], MESSAGE)).toBeNull();
});

test('[PN1] "I’m going" is said again while there is no network, and not to a server that refused it', async () => {
  const wait = vi.fn(async () => {});
  const post = vi
    .fn<() => Promise<number>>()
    .mockRejectedValueOnce(new TypeError('offline'))
    .mockResolvedValueOnce(502)
    .mockResolvedValueOnce(204);
  expect(await tell(post, wait)).toBe(true);
  expect(post).toHaveBeenCalledTimes(3);
  const refuses = vi.fn(() => Promise.resolve(401));
  expect(await tell(refuses, wait)).toBe(false);
  expect(refuses).toHaveBeenCalledTimes(1);
});

test('[PN1 AL3] an answer that reached nobody is not taken for one: it is asked for again', async () => {
  const offline = vi.fn(() => Promise.reject(new TypeError('offline')));
  expect(await tell(offline, async () => {})).toBe(false);
  expect(offline).toHaveBeenCalledTimes(TRIES.length + 1);
  const { title, options } = unsentFor(MESSAGE);
  expect(title).toBe('Your answer was not sent');
  expect(options).toMatchObject({ tag: 'a_1', renotify: true });
  expect(options.actions.map(({ action }) => action)).toContain('going');
});
