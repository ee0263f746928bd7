import { replay } from '@sojourn/shared/session/evolve';
import { everybodyIn } from '@sojourn/shared/session/test-session';
import { beforeAll, expect, test } from 'vitest';
import type { Drawing } from './render-worker.ts';
import { recordPdf } from './record-pdf.ts';
import { recordOf } from './test-pages.ts';

/* A record that cannot be drawn in time, and somebody who does not wait for it. */

let long: Drawing;
beforeAll(() => {
  const session = everybodyIn().goTo('journey');
  for (let time = 0; time < 1_500; time += 1) {
    session.must('therapist', { type: 'note.write', words: 'Quiet tears. '.repeat(150) });
  }
  const record = recordOf(session);
  const state = replay(record.events);
  if (!state) throw new Error('No session');
  long = { record, state, now: session.now, keys: [] };
});

test('[RC6] a record that is too long for its time is given up, and that is said', async () => {
  const { signal } = new AbortController();
  expect(await recordPdf(long, signal, 1_000)).toEqual({ ok: false, error: 'too_large' });
});

test('[RC6] nothing is drawn on for somebody who has left', async () => {
  const left = new AbortController();
  const drawn = recordPdf(long, left.signal);
  setImmediate(() => left.abort());
  expect(await drawn).toEqual({ ok: false, error: 'left' });
  expect(await recordPdf(long, left.signal)).toEqual({ ok: false, error: 'left' });
});
