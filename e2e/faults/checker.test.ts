import { expect, test } from 'vitest';
import { check } from './checker.ts';
import type { Note } from './history.ts';
import type { Kept, Record } from './record.ts';

/* The checker is trusted with "0 lost": here it is shown one history of each kind that it must not let pass. */

const BASE = 1_000_000;
const press: Note = { t: 'press', at: BASE, id: 'a', session: 's', role: 'client', kind: 'help' };
const ack: Note = { t: 'ack', at: BASE + 9, id: 'a' };
const shown: Note = {
  t: 'shown',
  at: BASE + 10,
  by: 'view',
  session: 's',
  alert: 'a',
  state: 'raised',
  raised: BASE + 5,
};

let seq = 0;
const kept = (type: string, more: Partial<Kept> = {}): Kept => ({
  session: 's',
  seq: (seq += 1),
  at: BASE + 5,
  commandId: null,
  type,
  alertId: 'a',
  step: null,
  priority: null,
  deliveryId: null,
  ...more,
});
const raised = kept('alert.raised', { commandId: 'a', priority: 'high' });
const resolved = kept('alert.resolved', { at: BASE + 900 });
const record = (...events: Kept[]): Record => ({
  events: [raised, ...events, resolved],
  deliveries: [{ token: 'd', session: 's', alertId: 'a', deliveryId: 'a/phone_call/call' }],
  broken: [],
});
const counts = (notes: Note[], of: Record) => {
  const { lost, doubled, early } = check(notes, of);
  return [lost.length, doubled.length, early.length];
};

test('a press that was kept, shown and resolved is no finding', () => {
  expect(counts([press, ack, shown], record())).toEqual([0, 0, 0]);
});

test('[AL1 ES1] acknowledged and not in the record, or pressed and never recorded: lost', () => {
  const empty = { ...record(), events: [] };
  expect(check([press, ack], empty).lost).toEqual([
    'help a by the client in s: acknowledged, no effect',
  ]);
  expect(counts([press], empty)).toEqual([1, 0, 0]);
});

test('[AL1] recorded, and the person was never told: lost', () => {
  expect(counts([press, shown], record())).toEqual([1, 0, 0]);
});

test('[AL6] recorded, and never on the chaperone’s screen: lost', () => {
  expect(counts([press, ack], record())).toEqual([1, 0, 0]);
});

test('[ES1] a screen showed what the record does not hold: lost', () => {
  expect(counts([press, ack, shown, { ...shown, alert: 'b' }], record())).toEqual([1, 0, 0]);
  // Told before a commit that failed: the same press was recorded later, with another time.
  expect(counts([press, ack, shown, { ...shown, raised: BASE + 4 }], record())).toEqual([1, 0, 0]);
  expect(counts([press, ack, shown, { ...shown, state: 'going' }], record())).toEqual([1, 0, 0]);
});

test('[AL2 ES2] two effects of one press: doubled', () => {
  const repeated = kept('alert.repeated', { commandId: 'a' });
  expect(counts([press, ack, shown], record(repeated))).toEqual([0, 1, 0]);
});

test('[AL9] a step before its time is early, one that is taken twice is doubled', () => {
  const call = kept('alert.escalated', { step: 'phone_call', at: BASE + 2_005 });
  const late = kept('alert.resolved', { at: BASE + 4_000 });
  const taken = (...events: Kept[]): Record => ({ ...record(), events: [raised, ...events, late] });
  expect(counts([press, ack, shown], taken(call))).toEqual([0, 0, 0]);
  expect(counts([press, ack, shown], taken({ ...call, at: BASE + 2_004 }))).toEqual([0, 0, 1]);
  expect(counts([press, ack, shown], taken(call, call))).toEqual([0, 1, 0]);
});

test('[AL9] nobody answered and no step was taken: lost, unless something was broken then', () => {
  const late = kept('alert.resolved', { at: BASE + 7_900 });
  const first = kept('alert.escalated', { step: 'at_once' });
  const silent: Record = { ...record(), events: [raised, first, late] };
  expect(counts([press, ack, shown], silent)).toEqual([1, 0, 0]);
  const fault = { t: 'fault', kind: 'app.stop' } as const;
  const broken: Note[] = [
    { ...fault, phase: 'begin', at: BASE + 1_000 },
    { ...fault, phase: 'end', at: BASE + 9_000 },
  ];
  expect(counts([press, ack, shown, ...broken], silent)).toEqual([0, 0, 0]);
});

test('[TM2] a message twice on a phone is doubled, unless who sent it was killed in between', () => {
  const sent = (at: number): Note => ({ t: 'sent', at: BASE + at, channel: 'call', token: 'd' });
  const twice = [press, ack, shown, sent(2_100), sent(15_000)];
  expect(counts(twice, record())).toEqual([0, 1, 0]);
  const kill = { t: 'fault', kind: 'app.kill' } as const;
  const killed: Note[] = [
    { ...kill, phase: 'begin', at: BASE + 2_101 },
    { ...kill, phase: 'end', at: BASE + 3_000 },
  ];
  expect(counts([...twice, ...killed], record())).toEqual([0, 0, 0]);
  expect(check([...twice, ...killed], record()).sentAgain).toBe(1);
});

test('[AL9] a phone that rings before the step is due, by a clock that nobody steps: early', () => {
  const rang: Note = { t: 'sent', at: BASE + 1_900, channel: 'call', token: 'd' };
  expect(counts([press, ack, shown, rang], record())).toEqual([0, 0, 1]);
});

test('[AL13] a tap of which the page made no press: lost', () => {
  const tap: Note = { t: 'tap', at: BASE, session: 's' };
  expect(counts([press, ack, shown, tap], record())).toEqual([1, 0, 0]);
  expect(counts([{ ...press, role: 'page' }, ack, shown, tap], record())).toEqual([0, 0, 0]);
});

test('[ES4] a broken chain, and an alert that stays open, are findings', () => {
  const { events } = record();
  expect(counts([press, ack, shown], { ...record(), broken: ['s: a hash'] })).toEqual([1, 0, 0]);
  const open = { ...record(), events: events.slice(0, -1) };
  expect(check([press, ack, shown], open).lost).toContain(
    's/a: still open after everything was healed',
  );
});
