import { expect, test } from 'vitest';
import { createTurns, type Urgency } from './turns.ts';

/** Turns whose work ends when the test says so; what began, in its order. */
function startTurns() {
  let now = 0;
  const turns = createTurns(() => now);
  const began: string[] = [];
  const ends: (() => void)[] = [];
  const take = (key: string, urgency: Urgency, name: string) =>
    turns.take(key, urgency, async () => {
      began.push(name);
      await new Promise<void>((resolve) => ends.push(resolve));
      return name;
    });
  return {
    began,
    take,
    wait: (ms: number) => void (now += ms),
    async end(times = 1) {
      for (let time = 0; time < times; time += 1) {
        ends.shift()?.();
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}

test('[AL1 ES3] an alert goes before every press that waits, and one session has one turn at a time', async () => {
  const { began, take, end } = startTurns();
  for (const name of ['a', 'b', 'c']) void take('s', 'press', name);
  void take('s', 'alert', 'help');
  expect(began).toEqual(['a']);
  await end();
  expect(began).toEqual(['a', 'help']);
  await end(3);
  expect(began).toEqual(['a', 'help', 'b', 'c']);
});

test('[AL1] a session that floods holds up no other', () => {
  const { began, take } = startTurns();
  for (let time = 0; time < 500; time += 1) void take('flooded', 'press', 'x');
  void take('other', 'alert', 'help');
  expect(began).toEqual(['x', 'help']);
});

test('[CM4 AL1] too many waiting presses are refused; an alert and what the server notices never are', async () => {
  const { began, take, end } = startTurns();
  const presses = Array.from({ length: 52 }, () => take('s', 'press', 'press'));
  expect(await presses.at(-1)).toBeNull();
  void take('s', 'system', 'gone');
  void take('s', 'alert', 'help');
  await end(52);
  expect(began).toHaveLength(53);
  expect(began).toContain('gone');
  expect(began[1]).toBe('help');
});

test('[CM4] a press that has waited for seconds is refused rather than done late; an alert is done', async () => {
  const { began, take, end, wait } = startTurns();
  void take('s', 'press', 'slow');
  const late = take('s', 'press', 'late');
  void take('s', 'alert', 'help');
  wait(5_000);
  await end(2);
  expect(await late).toBeNull();
  expect(began).toEqual(['slow', 'help']);
});

test('[PR2] alerts without end do not keep it from being recorded who went', async () => {
  const { began, take, end } = startTurns();
  for (let time = 0; time < 20; time += 1) void take('s', 'alert', 'help');
  void take('s', 'system', 'gone');
  await end(5);
  expect(began.slice(0, 5)).toContain('gone');
});

test('[CM4] work that fails says so to whoever asked, and the next has its turn', async () => {
  const turns = createTurns();
  const failed = turns.take('s', 'press', () => Promise.reject(new Error('a fault of ours')));
  const next = turns.take('s', 'press', () => Promise.resolve('done'));
  await expect(failed).rejects.toThrow('a fault of ours');
  expect(await next).toBe('done');
});
