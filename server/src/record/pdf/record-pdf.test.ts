import { everyEntry } from '@sojourn/shared/session/test-events';
import { everybodyIn, MINUTE, type TestSession } from '@sojourn/shared/session/test-session';
import { beforeAll, describe, expect, test } from 'vitest';
import { newSealer } from '../seal.ts';
import { misplaced, pagesOf, recordOf, type Read } from './test-pages.ts';

const note = (session: TestSession, words: string) =>
  session.must('therapist', { type: 'note.write', words });

/** One alert on its whole way, in 40 seconds. */
function alert(session: TestSession, alertId: string, reason: string): void {
  session.must('therapist', { type: 'alert.raise', kind: 'please_come', reason }, alertId);
  for (const type of ['alert.seen', 'alert.going', 'alert.with_client'] as const) {
    session.now += 12_000;
    session.must('chaperone', { type, alertId });
  }
  session.must('therapist', { type: 'alert.resolve', alertId });
}

/** A dose outside the order's limits by the prescriber's word, a booster, an alert, a struck reading. */
function fullSession(): TestSession {
  const session = everybodyIn().goTo('ready');
  session.measure(152, 88);
  session.now += 6 * MINUTE;
  session.measure(150, 86);
  session.must('therapist', {
    type: 'vitals.override',
    prescriberName: 'Dr. Okafor',
    prescriberPhone: '+13035550133',
    reason: 'Known white-coat reading',
    spokenAt: session.now,
  });
  session.startDose();
  session.must('client', { type: 'dose.ready' });
  session.now += 12 * MINUTE;
  session.goTo('onset');
  session.now += 20 * MINUTE;
  session.measure(129, 83);
  const struck = session.record.at(-1)?.commandId ?? '';
  session.must('therapist', { type: 'vitals.strike', readingId: struck, reason: 'Cuff was loose' });
  session.measure(127, 79);
  session.giveBooster();
  session.now += 12 * MINUTE;
  session.must('therapist', { type: 'hold.end', how: 'swallowed' });
  session.goTo('journey');
  session.must('therapist', { type: 'look.record' });
  note(session, 'Quiet tears.');
  alert(session, 'alert-1', 'to the bathroom');
  session.goTo('closed');
  session.now += 24 * 60 * MINUTE;
  session.must('therapist', { type: 'addendum.write', words: 'Called the next day: slept well.' });
  return session;
}

describe('a dosing session', () => {
  let read: Read;
  beforeAll(async () => {
    read = await pagesOf(recordOf(fullSession()));
  });

  test.each([
    ['the dose', /Dose \(T0\) 9:06 AM 0 2 × 100 mg 200 mg 12 min, spat out at 9:18 AM/],
    ['the booster', /Booster 9:38 AM 32 1 × 100 mg 100 mg 12 min, swallowed at 9:50 AM/],
    ['the sum', 'Together 300 mg'],
    ['the order', 'Dr. Okafor, CO-44871'],
    ['a reading outside the order', '152/88 72 98 Chaperone upper-arm cuff systolic 152 above 140'],
    ['a struck reading', /129\/83 72 98 Chaperone upper-arm cuff struck: Cuff was loose/],
    [
      'the prescriber’s word',
      /Dr. Okafor decided on the reading of 9:06 AM.*Known white-coat reading/,
    ],
    ['a look', /Therapist Looked at Robin/],
    ['a note', 'Note Quiet tears.'],
    ['an alert', /Please come \(medium\) by the therapist to the bathroom/],
    ['a criterion', /Walks without help or dizziness yes As it should/],
    ['a signature', /Signed by .* Therapist Maya \d/],
    ['a consent', 'Meeting by video 2026-11-28 signed “Robin”'],
    ['the address', 'At home: 12 Juniper Lane, Denver, CO 80203 (Colorado)'],
    ['what was eaten and taken', /Without food 5 h.*Taken today nothing/],
    ['an addendum', 'Therapist Called the next day: slept well.'],
    ['the zone of the times', 'Mountain Daylight Time (America/Denver)'],
    ['that it holds', 'The record was intact when this was drawn'],
  ])('[RC6] the PDF says %s, with time and who', (_, words) => {
    expect(read.text.replaceAll(/\s+/g, ' ')).toMatch(words);
  });

  test('[RC6] no words leave the page or lie over others, and every page has its number', () => {
    expect(misplaced(read)).toEqual([]);
    const pages = read.text.split('\n');
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(page).toContain('Session s_1');
    }
  });

  test('[RC6] a screen reader is told the title, the language and the structure', () => {
    expect(read.title).toBe('Dosing session record, May 4, 2026');
    expect(read.language).toBe('en-US');
    expect(read.roles).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TH', 'TD', 'Figure']));
  });
});

const SCRIPTS = [
  'Привет, тихо',
  'Καλή ηρεμία',
  'Nguyễn Thị Minh',
  'Zażółć gęślą jaźń',
  'שלום עולם',
  'مرحبا بالعالم',
  'สวัสดี',
  'मैं ठीक',
  '今日は静かです',
  '这是汉字，這是漢字',
  '저는 괜찮아요',
  '😢 🌊 👍',
  '≥ 120 → ✓',
];

test('[RC6] notes in many scripts are read back as they were written', async () => {
  const session = everybodyIn('preparation');
  for (const words of SCRIPTS) note(session, words);
  const { text } = await pagesOf(recordOf(session));
  const bare = (words: string) => words.normalize('NFKC').replaceAll(/\s/g, '');
  for (const words of SCRIPTS) expect(bare(text)).toContain(bare(words));
  expect(text).not.toContain('[?]');
});

test('[RC6] words that cannot be drawn are marked, and each page points to the JSON', async () => {
  const session = everybodyIn('preparation');
  note(session, 'She said བཀྲ་ཤིས twice');
  const { text } = await pagesOf(recordOf(session));
  expect(text).toMatch(/She said\s+\[\?\]\s+twice/);
  for (const page of text.split('\n')) expect(page).toContain('see record.json');
});

test('[RC6] 400 entries with notes of 2,000 characters fill many pages, and none is lost', async () => {
  const session = everybodyIn().goTo('journey');
  const long = 'Breathing evenly, eyes closed under the mask. '.repeat(42);
  for (let count = 0; count < 400; count += 1) {
    session.now += 20_000;
    note(session, `From-${count} ${count % 10 === 0 ? long : ''}to-${count}.`);
  }
  note(session, `Unbroken ${'x'.repeat(1_900)}`);
  const read = await pagesOf(recordOf(session));
  const text = read.text.replaceAll(/\s+/g, ' ');
  for (let count = 0; count < 400; count += 1) {
    expect(text).toMatch(new RegExp(`From-${count} .*to-${count}\\.`));
  }
  expect(text.match(/Breathing/g)).toHaveLength(40 * 42);
  expect(text.match(/x/g)?.length).toBeGreaterThan(1_900);
  expect(read.pages.length).toBeGreaterThan(20);
  expect(misplaced(read)).toEqual([]);
});

test('[RC6] every alert and reading is told, also those that the screens keep no more', async () => {
  const session = everybodyIn().goTo('journey');
  for (let count = 0; count < 70; count += 1) {
    session.now += MINUTE;
    session.measure(100 + count, 70);
    alert(session, `alert-${count}`, `reason ${count},`);
  }
  const read = await pagesOf(recordOf(session));
  for (let count = 0; count < 70; count += 1) {
    expect(read.text).toContain(`${100 + count}/70`);
    expect(read.text).toMatch(new RegExp(`by the therapist\\s+reason ${count},`));
  }
  expect(misplaced(read)).toEqual([]);
});

test('[RC6] a session without medicine leaves out what it does not have', async () => {
  const { text, pages } = await pagesOf(recordOf(everybodyIn('integration').goTo('closed')));
  expect(text).toContain('Integration session record');
  for (const absent of ['Dose and order', 'Vitals', 'Release', 'Alerts', 'Blood pressure']) {
    expect(text).not.toContain(absent);
  }
  expect(pages).toHaveLength(1);
});

test('[RC6] an event of every type can be drawn', async () => {
  const session = everybodyIn();
  session.write(
    'therapist',
    null,
    everyEntry()
      .slice(1)
      .map(({ event }) => event),
  );
  const read = await pagesOf(recordOf(session));
  expect(read.text).toContain('Handed over to Denver Health ambulance');
  expect(read.text).toContain('They were told');
  expect(misplaced(read)).toEqual([]);
});

test('[RC6] a record that was changed says so on its first page', async () => {
  const record = recordOf(everybodyIn().goTo('ready'));
  const entry = record.events.find(({ event }) => event.type === 'intention.written');
  if (entry?.event.type === 'intention.written') entry.event.words = 'Something else';
  const { text } = await pagesOf(record);
  expect(text.split('\n')[0]).toContain('This record did not hold when it was drawn');
  expect(text).toContain(`Entry ${entry?.seq}`);
});

test('[RC6 RC4] a record that somebody else’s key sealed says so on its first page', async () => {
  const record = recordOf(everybodyIn('integration').goTo('closed'));
  const { text } = await pagesOf(record, newSealer().publicKeys.slice());
  expect(text.split('\n')[0]).toContain('This record did not hold when it was drawn');
});
