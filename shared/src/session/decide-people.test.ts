import { expect, test } from 'vitest';
import type { GuestRole } from './role.ts';
import { everybodyIn, ROLES, TestSession } from './test-session.ts';

const GUESTS = ['client', 'chaperone'] as const;
const enter = (name: string) => ({ type: 'lobby.enter', name }) as const;
const admit = (role: GuestRole) => ({ type: 'participant.admit', role }) as const;
const decline = (role: GuestRole) => ({ type: 'participant.decline', role }) as const;

test.each(GUESTS)(
  '[LO1] the %s waits until the therapist admits, and may be the first to arrive',
  (role) => {
    const session = new TestSession();
    expect(session.press('therapist', admit(role))).toMatchObject({
      error: { code: 'not_waiting' },
    });
    session.must(role, enter('Alex'));
    expect(session.state.people[role]).toMatchObject({ name: 'Alex', admission: 'waiting' });
    session.must('therapist', admit(role));
    expect(session.state.people[role].admission).toBe('admitted');
  },
);

test.each(GUESTS)('[LO1] admitting the %s admits nobody else', (role) => {
  const session = new TestSession();
  for (const guest of GUESTS) session.must(guest, enter('Alex'));
  session.must('therapist', admit(role));
  const other = role === 'client' ? 'chaperone' : 'client';
  expect(session.state.people[other].admission).toBe('waiting');
});

test.each(GUESTS)('[LO3] a %s who was declined can ask again and be admitted', (role) => {
  const session = new TestSession();
  session.must(role, enter('Alex'));
  session.must('therapist', decline(role));
  expect(session.press('therapist', admit(role))).toMatchObject({ error: { code: 'not_waiting' } });
  session.must(role, enter('Alex B.'));
  session.must('therapist', admit(role));
  expect(session.state.people[role]).toMatchObject({ name: 'Alex B.', admission: 'admitted' });
});

test.each(GUESTS)(
  '[LO2] connections that come and go, and a restart, leave the %s where they were',
  (role) => {
    const session = new TestSession();
    session.connect(role, 'a');
    session.must(role, enter('Alex'));
    session.lose(role, 'a');
    session.system({ type: 'presence.reset' });
    session.connect(role, 'b');
    expect(session.state.people[role].admission).toBe('waiting');
    session.must('therapist', admit(role));
    session.lose(role, 'b');
    session.system({ type: 'presence.reset' });
    expect(session.state.people[role].admission).toBe('admitted');
  },
);

test('[LO2] nobody who is in the room is put back into the lobby by a press', () => {
  const session = everybodyIn();
  for (const role of GUESTS) {
    expect(session.press(role, enter('Alex'))).toMatchObject({ error: { code: 'not_waiting' } });
    expect(session.press('therapist', decline(role))).toMatchObject({
      error: { code: 'not_waiting' },
    });
  }
});

test('[LO2 AL7] the number to call in need is kept when the chaperone enters without giving one', () => {
  const session = new TestSession();
  session.must('chaperone', enter('Sam'));
  expect(session.state.people.chaperone.phone).toBe('+13035550147');
  session.must('chaperone', { type: 'lobby.enter', name: 'Sam', phone: '+1 720 555 0000' });
  expect(session.state.people.chaperone.phone).toBe('+1 720 555 0000');
});

test('[PR1 PR2] a person is connected while any of their browsers is, and “since when” is when that changed', () => {
  const session = new TestSession();
  session.connect('chaperone', 'a');
  const since = session.now;
  session.connect('chaperone', 'b');
  session.lose('chaperone', 'a');
  expect(session.state.people.chaperone).toMatchObject({
    connectionIds: ['b'],
    connectionChangedAt: since,
  });
  session.lose('chaperone', 'b');
  expect(session.state.people.chaperone).toMatchObject({
    connectionIds: [],
    connectionChangedAt: session.now,
  });
});

test('[PR2] told twice of the same connection, the record has it once', () => {
  const session = new TestSession();
  session.connect('client', 'a');
  expect(session.system({ type: 'presence.connect', role: 'client', connectionId: 'a' })).toEqual(
    [],
  );
  expect(
    session.system({ type: 'presence.disconnect', role: 'client', connectionId: 'never came' }),
  ).toEqual([]);
  expect(
    session.system({ type: 'presence.disconnect', role: 'chaperone', connectionId: 'a' }),
  ).toEqual([]);
  expect(session.state.people.client.connectionIds).toEqual(['a']);
});

test('[PR3] after a restart nobody counts as connected, and an empty session records nothing', () => {
  const session = everybodyIn();
  session.system({ type: 'presence.reset' });
  for (const role of ROLES) {
    expect(session.state.people[role]).toMatchObject({
      connectionIds: [],
      connectionChangedAt: session.now,
    });
  }
  expect(session.system({ type: 'presence.reset' })).toEqual([]);
});

test('[IN4] a second device’s request is answered once, by the therapist only', () => {
  const session = everybodyIn();
  session.system({ type: 'device.ask', role: 'chaperone', requestId: 'd1' });
  expect(session.system({ type: 'device.ask', role: 'chaperone', requestId: 'd1' })).toEqual([]);
  for (const role of GUESTS) {
    expect(session.press(role, { type: 'device.allow', requestId: 'd1' })).toMatchObject({
      error: { code: 'not_allowed' },
    });
  }
  session.must('therapist', { type: 'device.refuse', requestId: 'd1' });
  expect(session.state.devices).toMatchObject([
    { requestId: 'd1', role: 'chaperone', answer: 'refused' },
  ]);
  expect(session.press('therapist', { type: 'device.allow', requestId: 'd1' })).toMatchObject({
    error: { code: 'not_found' },
  });
});

test('[IN4] a request for one device lets no other in', () => {
  const session = everybodyIn();
  session.system({ type: 'device.ask', role: 'client', requestId: 'd1' });
  session.system({ type: 'device.ask', role: 'client', requestId: 'd2' });
  session.must('therapist', { type: 'device.allow', requestId: 'd2' });
  expect(session.state.devices).toMatchObject([{ answer: null }, { answer: 'allowed' }]);
});

test('[IN4] a link in wrong hands cannot bury the therapist’s screen under requests', () => {
  const session = everybodyIn();
  const ask = (requestId: string) =>
    session.system({ type: 'device.ask', role: 'client', requestId });
  for (let i = 0; i < 50; i += 1) ask(`flood-${i}`);
  expect(session.state.devices).toHaveLength(2);
  session.must('therapist', { type: 'device.refuse', requestId: 'flood-0' });
  ask('the-client’s-tablet');
  expect(session.state.devices.at(-1)?.requestId).toBe('the-client’s-tablet');
});
