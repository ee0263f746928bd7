import { err, ok } from '@sojourn/shared/result';
import { expect, test } from 'vitest';
import { createCareSender } from './care-client.ts';

const OFFLINE = err({ code: 'offline', message: 'The server does not answer.' });
const DONE = ok({ revision: 7, sessionId: null });
const STOP = { type: 'course.stop', reason: 'They want to wait.' } as const;

/** A server that answers in this order, and the ids of the presses that reached it. */
function setUp(...answers: (typeof OFFLINE | typeof DONE | ReturnType<typeof refused>)[]) {
  const ids: string[] = [];
  let made = 0;
  const send = createCareSender('c_1', {
    newId: () => `press-${(made += 1)}`,
    pause: () => Promise.resolve(),
    post: (_path, body) => {
      ids.push((body as { commandId: string }).commandId);
      return Promise.resolve(answers.shift() ?? OFFLINE);
    },
  });
  return { send, ids };
}
const refused = (code: string) => err({ code, message: 'No.' });

test('[ES2] a lost answer is asked for again with the same id: an order is not written twice', async () => {
  const { send, ids } = setUp(OFFLINE, OFFLINE, DONE);
  expect(await send(STOP)).toEqual(DONE);
  expect(ids).toEqual(['press-1', 'press-1', 'press-1']);
});

test('[ES2 CM4] after three tries it says so, and the same press again is still the same press', async () => {
  const { send, ids } = setUp(OFFLINE, OFFLINE, OFFLINE, DONE, DONE);
  expect(await send(STOP)).toEqual(OFFLINE);
  expect(await send(STOP)).toEqual(DONE);
  expect(await send(STOP)).toEqual(DONE);
  expect(ids).toEqual(['press-1', 'press-1', 'press-1', 'press-1', 'press-2']);
});

test('[ES2] what was changed since is another press', async () => {
  const { send, ids } = setUp(OFFLINE, OFFLINE, OFFLINE, DONE);
  await send(STOP);
  await send({ ...STOP, reason: 'They moved away.' });
  expect(ids.at(-1)).toBe('press-2');
});

test('a refusal is an answer and is not tried again', async () => {
  const { send, ids } = setUp(refused('orders_overlap'));
  expect(await send(STOP)).toEqual(refused('orders_overlap'));
  expect(ids).toHaveLength(1);
});
