import { expect, test } from 'vitest';
import { SessionEvent } from './event.ts';
import { namesIn } from './event-words-parts.ts';
import { eventWords } from './event-words.ts';
import { EVERY_EVENT, everyEntry } from './test-events.ts';
import { BEGAN, creation, MINUTE } from './test-session.ts';

const NAMES = { therapist: 'Maya', client: 'Robin', chaperone: 'Lena' };

/** The `type` of every member of the union, also where a member is a union itself. */
const typesOf = ({ options }: { options: readonly unknown[] }): string[] =>
  options.flatMap((option) =>
    typeof option === 'object' && option !== null && 'options' in option
      ? typesOf(option as { options: unknown[] })
      : (option as { shape: { type: { value: string } } }).shape.type.value,
  );

test('[RC6] every event of the union says something, and no word is missing in it', () => {
  expect(Object.keys(EVERY_EVENT).toSorted()).toEqual(typesOf(SessionEvent).toSorted());
  for (const entry of everyEntry()) {
    expect(SessionEvent.safeParse(entry.event).success, entry.event.type).toBe(true);
    const { title, detail } = eventWords(entry, NAMES);
    expect(title).toMatch(/^[^\s].{3,}/);
    expect(`${title} ${detail}`).not.toMatch(/undefined|NaN|\[object|[a-z]_[a-z]/);
  }
});

test.each([
  [
    'vitals.recorded',
    'Vitals 128/82 mmHg, 76/min, SpO2 98%',
    'read by the chaperone, upper-arm cuff',
  ],
  [
    'dose.taken',
    'Dose taken: 2 × 100 mg ketamine lozenge (order version 1)',
    '200 mg. Minutes are counted from here.',
  ],
  ['hold.ended', 'Hold ended: spat out', null],
  ['booster.taken', 'Booster taken: 1 tablet', 'Strength as in the order of the dose.'],
  ['note.written', 'Note', 'Quiet tears.'],
  ['mark.recorded', 'Seen: nausea', null],
  ['look.recorded', 'Looked at Robin', null],
  ['alert.raised', 'High alert: Robin pressed Help', null],
  ['alert.with_client', 'Lena is with Robin', null],
  ['alert.resolved', 'Alert resolved', 'Emergency services are with the client.'],
  ['prompt.answered', 'Robin asks for it slower', null],
  ['music.answered', 'Robin takes up softer music', null],
  ['music.reported', 'Music: the sea', 'volume 2 of 5'],
  ['presence.disconnected', 'Robin’s browser disconnected', null],
  ['consent.signed', 'Consent signed: Meeting by video', 'signed “Robin C.”, text 2026-11-28'],
  ['release.ticked', 'Met: Oriented to person, place and time', 'Says the day'],
  ['release.signed', 'Release signed by Lena', 'signed “Sam Brandt”'],
  ['session.cancelled', 'Session stopped', 'Not today (the whole course of care stops)'],
  ['phase.entered', 'Journey begins', null],
] as const)('[RC6] %s reads “%s”', (type, title, detail) => {
  const words = eventWords({ event: EVERY_EVENT[type], at: BEGAN }, NAMES);
  expect(words).toMatchObject({ title, detail });
});

test('[RC6] a criterion that is not met, and a reading that was struck, say so', () => {
  const unmet = { ...EVERY_EVENT['release.ticked'], met: false };
  expect(eventWords({ event: unmet, at: BEGAN }, NAMES).title).toBe(
    'Not met: Oriented to person, place and time',
  );
  expect(eventWords({ event: EVERY_EVENT['vitals.struck'], at: BEGAN }, NAMES)).toMatchObject({
    title: 'Reading struck: it was entered in error',
    detail: 'Cuff was loose',
  });
});

test('[RC6] a reading that was entered later says when it was read; one of this minute does not repeat it', () => {
  const event = EVERY_EVENT['vitals.recorded'];
  const late = eventWords({ event, at: event.takenAt + 5 * MINUTE }, NAMES);
  expect(late.time).toEqual({ label: 'read at', at: event.takenAt });
  expect(eventWords({ event, at: event.takenAt + 20_000 }, NAMES).time).toBeNull();
});

test('[RC6] somebody without a name is spoken of by role', () => {
  const nobody = { therapist: '', client: '', chaperone: '' };
  const entry = { event: EVERY_EVENT['alert.with_client'], at: BEGAN };
  expect(eventWords(entry, nobody).title).toBe('The chaperone is with the client');
});

test('[RC6] the names of a record are those that people gave last', () => {
  const entered = { type: 'lobby.entered', role: 'chaperone', name: 'Lena', phone: null } as const;
  const record = [{ event: creation('dosing') }, { event: entered }];
  expect(namesIn(record)).toEqual({ therapist: 'Maya', client: 'Robin', chaperone: 'Lena' });
});
