import { expect, test } from 'vitest';
import { createDesk } from './desk.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A desk, who draws at it, and how to finish or to leave. */
function startDesk() {
  const desk = createDesk();
  const began: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    began,
    end: (name: string) => ends.get(name)?.(),
    ask(therapistId: string, name: string) {
      const left = new AbortController();
      const drawn = desk.take(therapistId, left.signal, async () => {
        began.push(name);
        await new Promise<void>((resolve) => ends.set(name, resolve));
        return name;
      });
      return { drawn, leave: () => left.abort() };
    },
  };
}

test('[RC6] a therapist’s large document keeps no other therapist waiting; their own next one waits', async () => {
  const { began, ask, end } = startDesk();
  ask('ada', 'large');
  ask('ada', 'next');
  ask('ben', 'other');
  expect(began).toEqual(['large', 'other']);
  end('large');
  await settled();
  expect(began).toEqual(['large', 'other', 'next']);
});

test('[RC6] at most two are drawn at once', async () => {
  const { began, ask, end } = startDesk();
  for (const who of ['ada', 'ben', 'cem']) ask(who, who);
  expect(began).toEqual(['ada', 'ben']);
  end('ben');
  await settled();
  expect(began).toEqual(['ada', 'ben', 'cem']);
});

test('[RC6] who leaves while they wait is not drawn for, and blocks nobody', async () => {
  const { began, ask, end } = startDesk();
  ask('ada', 'first');
  const gone = ask('ada', 'gone');
  ask('ada', 'last');
  gone.leave();
  expect(await gone.drawn).toBeNull();
  end('first');
  await settled();
  expect(began).toEqual(['first', 'last']);
});
