import type { Command } from '@sojourn/shared/session/command';
import type { SessionEvent } from '@sojourn/shared/session/event';
import type { Role } from '@sojourn/shared/session/role';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readRecord } from '../record/stream.ts';
import { startTestApp, type TestApp } from './test-app.ts';
import { goTo, leave, roomFull, type TestBrowser } from './test-people.ts';
import { vitalsAt } from './test-walk.ts';

/* What a screen sends and the server refuses, over the wire. */

let app: TestApp;
const open: TestBrowser[] = [];
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
afterEach(() => leave(Object.fromEntries(open.splice(0).entries())));

const recordOf = (sessionId: string) => readRecord<SessionEvent>(app.app.db, sessionId);
const LONG = 20_000;

const REFUSED: [string, Role, Command, { code: string; field: string; message: RegExp }][] = [
  [
    'a heart rate of 400',
    'therapist',
    { ...vitalsAt(Date.now()), heartRate: 400 } as Command,
    { code: 'invalid', field: 'heartRate', message: /^The heart rate .*20 to 250\.$/ },
  ],
  [
    'a note of 20,000 letters',
    'therapist',
    { type: 'note.write', words: 'x'.repeat(LONG) },
    { code: 'invalid', field: 'words', message: /^The note is too long: at most 2,000/ },
  ],
  [
    'a note of 20,000 emoji, which are four bytes each',
    'therapist',
    { type: 'note.write', words: '🌊'.repeat(LONG) },
    { code: 'invalid', field: 'words', message: /^The note is too long/ },
  ],
  [
    'a note of 20,000 empty lines',
    'therapist',
    { type: 'note.write', words: `x${'\n'.repeat(LONG)}x` },
    { code: 'invalid', field: 'words', message: /^The note is too long/ },
  ],
  [
    'a consent to a text that was renewed',
    'client',
    { type: 'consent.sign', document: 'kap', version: '2020-01', name: 'Robin' },
    { code: 'old_version', field: 'version', message: /renewed.*load the page again/ },
  ],
  [
    'a reading of tomorrow',
    'therapist',
    vitalsAt(Date.now() + 86_400_000),
    { code: 'invalid', field: 'takenAt', message: /in the future\.$/ },
  ],
];

test.each(REFUSED)(
  '[CM3] %s is refused in words that name the field; nothing is stored, and the line stays',
  async (_, role, command, { code, field, message }) => {
    const { room, people } = await roomFull(app, open);
    const before = await recordOf(room.sessionId);
    const reply = await people[role].send(command);
    expect(reply).toMatchObject({ ok: false, rejection: { code, field } });
    expect(reply.ok ? '' : reply.rejection.message).toMatch(message);
    expect(await recordOf(room.sessionId)).toEqual(before);
    expect(people[role].socket.connected).toBe(true);
    const next = { type: 'prompt.offer', promptId: 'feet' } as const;
    expect(await people.therapist.send(next)).toMatchObject({ ok: true });
    expect(await recordOf(room.sessionId)).toHaveLength(before.length + 1);
  },
);

test('[PH4] a move from a screen that is out of date is refused in words; nothing is stored, and the newest screen may', async () => {
  const { room, people } = await roomFull(app, open);
  const stale = people.therapist.views.at(-1)?.view.revision ?? 0;
  await goTo(app, room, 'setup');
  const before = await recordOf(room.sessionId);
  const move = (expectedRevision: number): Command => ({
    type: 'phase.advance',
    to: 'ready',
    expectedRevision,
  });
  expect(await people.therapist.send(move(stale))).toMatchObject({
    ok: false,
    rejection: { code: 'stale', message: expect.stringContaining('press again') as string },
  });
  expect(await recordOf(room.sessionId)).toEqual(before);
  expect(await people.therapist.send(move(before.length))).toMatchObject({
    ok: false,
    rejection: { code: 'guard_unmet', missing: [{ guard: 'drill' }] },
  });
});

test('[AL1] an alert goes out even with a reason of 20,000 letters: the reason is what is left behind', async () => {
  const { people } = await roomFull(app, open);
  const reason = 'x'.repeat(LONG);
  const raised = { type: 'alert.raise', kind: 'go_now', reason } as const;
  expect(await people.therapist.send(raised)).toMatchObject({ ok: true });
  const view = await people.chaperone.until((v) => v.screen !== 'lobby' && v.alerts.length > 0);
  expect(view).toMatchObject({ alerts: [{ kind: 'go_now', state: 'raised', reason: null }] });
});
