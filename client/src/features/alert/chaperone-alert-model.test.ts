import { alertPriority, type NoticedKind } from '@sojourn/shared/session/alert';
import type { SessionEvent } from '@sojourn/shared/session/event';
import { everybodyIn } from '@sojourn/shared/session/test-session';
import { view, type ChaperoneView } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import { chaperoneAlert, isWithClient, newlySeen } from './chaperone-alert-model.ts';
import { BURSTS, soundingKey, soundingPriority } from './siren-model.ts';

function kitchen() {
  const session = everybodyIn();
  const phone = () => view(session.state, 'chaperone') as ChaperoneView;
  return { session, phone, card: () => chaperoneAlert(phone(), session.now) };
}

test('[AL3] every waiting alert stands on the card, the most urgent first, and one tap answers them', () => {
  const { session, phone, card: read } = kitchen();
  const come = session.must('therapist', {
    type: 'alert.raise',
    kind: 'please_come',
    reason: 'bathroom',
  });
  expect(read()).toMatchObject({ title: 'Please go to Robin' });
  const help = session.must('client', { type: 'alert.raise', kind: 'help' });
  const now = session.must('therapist', { type: 'alert.raise', kind: 'go_now', reason: 'a fall' });
  // Pressing again pushes nothing down.
  session.must('client', { type: 'alert.raise', kind: 'help' });
  const card = read();
  expect(card?.title).toBe('Go to Robin now');
  expect(card?.why.map(({ words }) => words)).toEqual([
    'Robin pressed Help.',
    'a fall',
    'bathroom',
  ]);
  expect(card?.answers['alert.going']).toEqual([help, now, come]);
  for (const alertId of [help, now, come]) {
    session.must('chaperone', { type: 'alert.going', alertId });
  }
  expect(read()?.going).toBe(true);
  for (const alertId of [help, now, come]) {
    session.must('chaperone', { type: 'alert.with_client', alertId });
  }
  expect(read()).toBeNull();
  expect(isWithClient(phone())).toBe(true);
});

test('[AL6] every open alert that was not seen yet is reported as seen, resolved ones are not', () => {
  const { session, phone } = kitchen();
  const first = session.must('client', { type: 'alert.raise', kind: 'help' });
  const second = session.must('therapist', { type: 'alert.raise', kind: 'go_now' });
  expect(newlySeen(phone())).toEqual([first, second]);
  session.must('chaperone', { type: 'alert.with_client', alertId: first });
  session.must('therapist', { type: 'alert.resolve', alertId: first });
  expect(newlySeen(phone())).toEqual([second]);
});

test('[AL8] the phone sounds by the highest unanswered priority, until a person answers', () => {
  const { session, phone } = kitchen();
  expect(soundingPriority(phone().alerts, session.now)).toBeNull();
  const come = session.must('therapist', { type: 'alert.raise', kind: 'please_come' });
  expect(soundingPriority(phone().alerts, session.now)).toBe('medium');
  const help = session.must('client', { type: 'alert.raise', kind: 'help' });
  session.must('chaperone', { type: 'alert.seen', alertId: help });
  expect(soundingPriority(phone().alerts, session.now)).toBe('high');
  session.must('chaperone', { type: 'alert.going', alertId: help });
  expect(soundingPriority(phone().alerts, session.now)).toBe('medium');
  session.must('chaperone', { type: 'alert.going', alertId: come });
  expect(soundingPriority(phone().alerts, session.now)).toBeNull();
});

test('[AL5] a further press sounds at once', () => {
  const { session, phone } = kitchen();
  session.must('client', { type: 'alert.raise', kind: 'help' });
  const before = soundingKey(phone().alerts, session.now);
  session.must('client', { type: 'alert.raise', kind: 'help' });
  expect(soundingKey(phone().alerts, session.now)).not.toBe(before);
});

test('[AL8] bursts repeat every 10 s (high) and 25 s (medium); low is silent', () => {
  expect(BURSTS.high?.every).toBe(10_000);
  expect(BURSTS.high?.pulses).toHaveLength(10);
  expect(BURSTS.medium?.every).toBe(25_000);
  expect(BURSTS.medium?.pulses).toHaveLength(3);
  expect(BURSTS.low).toBeNull();
});

const notice = (kind: NoticedKind): SessionEvent => ({
  type: 'alert.raised',
  alertId: kind,
  kind,
  priority: alertPriority(kind),
  reason: null,
  by: 'system',
});

test('[AL12] what the server noticed tells the chaperone what to do, and that a cause is gone', () => {
  const read = (kind: NoticedKind, over = false) => {
    const { session, card } = kitchen();
    session.write('system', null, [notice(kind)]);
    if (over) session.write('system', null, [{ type: 'alert.cause_gone', alertId: kind }]);
    const model = card();
    return model && [model.title, model.why[0]?.words, model.callTherapist];
  };
  expect(read('client_link_lost')).toEqual([
    'Go to Robin now',
    'Robin’s line is lost. Maya cannot see them.',
    false,
  ]);
  expect(read('client_media_lost')?.[1]).toBe('Maya has no picture and sound from Robin.');
  expect(read('therapist_lost')).toEqual([
    'Sit with Robin',
    'Maya’s line is lost. Stay near Robin, speak softly or not at all, and call Maya.',
    true,
  ]);
  expect(read('chaperone_lost')?.[0]).toBe('Look in on Robin now');
  expect(read('look_missed')?.[0]).toBe('Look in on Robin now');
  expect(read('client_link_lost', true)?.[1]).toMatch(/back since .* Look in all the same/);
});

test('[LK1 AL8] a look that is due neither takes the screen nor sounds', () => {
  const { session, phone, card } = kitchen();
  session.write('system', null, [notice('look_due')]);
  expect(card()).toBeNull();
  expect(BURSTS[soundingPriority(phone().alerts, session.now) ?? 'high']).toBeNull();
});

test('[AL10] silence mutes for two minutes and clears nothing; a new press and a new step sound anew', () => {
  const { session, phone, card } = kitchen();
  const sounds = () => soundingPriority(phone().alerts, session.now);
  const alertId = session.must('client', { type: 'alert.raise', kind: 'help' });
  expect(card()).toMatchObject({ silences: [alertId], silentUntil: null });
  session.must('chaperone', { type: 'alert.silence', alertId });
  expect(sounds()).toBeNull();
  expect(card()).toMatchObject({ silences: [], silentUntil: session.now + 120_000 });
  session.must('client', { type: 'alert.raise', kind: 'help' });
  expect(sounds()).toBe('high');
  session.must('chaperone', { type: 'alert.silence', alertId });
  session.write('system', null, [{ type: 'alert.escalated', alertId, step: 'phone_call' }]);
  expect(sounds()).toBe('high');
  session.must('chaperone', { type: 'alert.silence', alertId });
  session.now += 120_000;
  expect(sounds()).toBe('high');
});

test('[AL9] “going” without “with them” sounds again at each rung, and asks whether they are there', () => {
  const { session, phone, card } = kitchen();
  const alertId = session.must('client', { type: 'alert.raise', kind: 'help' });
  session.must('chaperone', { type: 'alert.going', alertId });
  expect(card()).toMatchObject({ going: true, overdue: false });
  const keys = ['not_with_them', 'not_with_them.1'].map((step) => {
    session.write('system', null, [{ type: 'alert.escalated', alertId, step }]);
    expect(soundingPriority(phone().alerts, session.now)).toBe('high');
    expect(card()).toMatchObject({ overdue: true });
    return soundingKey(phone().alerts, session.now);
  });
  expect(new Set(keys).size).toBe(2);
  session.must('chaperone', { type: 'alert.with_client', alertId });
  expect(soundingPriority(phone().alerts, session.now)).toBeNull();
});

test('[AL9 AL8] the second contact who goes does not still the phone in the house: it calls until the chaperone goes themselves', () => {
  const { session, phone, card } = kitchen();
  const alertId = session.must('client', { type: 'alert.raise', kind: 'help' });
  session.system({ type: 'alert.answer', alertId, by: 'second' });
  expect(soundingPriority(phone().alerts, session.now)).toBe('high');
  expect(card()).toMatchObject({
    title: 'Go to Robin now',
    going: false,
    secondGoes: true,
    answers: { 'alert.going': [alertId] },
    silences: [alertId],
  });
  // Not there in time: it is not the chaperone who is late.
  session.now += 70_000;
  session.system({ type: 'timers.fire' });
  expect(card()).toMatchObject({ overdue: false, secondGoes: true });
  session.must('chaperone', { type: 'alert.going', alertId });
  expect(soundingPriority(phone().alerts, session.now)).toBeNull();
  expect(card()).toMatchObject({ going: true, overdue: false, secondGoes: false });
  session.now += 61_000;
  session.system({ type: 'timers.fire' });
  expect(card()).toMatchObject({ overdue: true });
});

test('[AL8 AL12] an absence that comes back sounds at once', () => {
  const { session, phone } = kitchen();
  session.write('system', null, [
    {
      type: 'alert.raised',
      alertId: 'gone',
      kind: 'client_link_lost',
      priority: 'high',
      reason: null,
      by: 'system',
    },
  ]);
  const before = soundingKey(phone().alerts, session.now);
  session.now += 5_000;
  session.write('system', null, [{ type: 'alert.cause_back', alertId: 'gone', cause: 'again' }]);
  expect(soundingKey(phone().alerts, session.now)).not.toBe(before);
});
