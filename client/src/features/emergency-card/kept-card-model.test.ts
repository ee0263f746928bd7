import { everybodyIn, MINUTE, TestSession } from '@sojourn/shared/session/test-session';
import { view } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import { cardModel } from './card-model.ts';
import { KEPT_FOR, keptKey, readKept, staleKeys, toKeep } from './kept-card-model.ts';

/** Server's clock minus this phone's. */
const OFFSET = 90_000;

function keptOf(session: TestSession): string {
  const kept = toKeep(view(session.state, 'chaperone'), OFFSET, session.now - OFFSET);
  if (kept === 'remove') throw new Error('nothing kept');
  return JSON.stringify(kept);
}

test('[EC3] what is kept reads the same as the card on the screen, minutes counted on by the server’s clock', () => {
  const session = everybodyIn().goTo('journey');
  const text = keptOf(session);
  session.now += 20 * MINUTE;
  const kept = readKept(text, session.now - OFFSET);
  const shown = view(session.state, 'chaperone');
  if (!kept || shown.screen !== 'chaperone') throw new Error('no card');
  const phone = session.now - OFFSET;
  expect(
    cardModel(kept.card, { reader: 'on_site', now: phone + kept.clockOffset, t0: kept.t0 }),
  ).toEqual(cardModel(shown.card, { reader: 'on_site', now: session.now, t0: shown.t0 }));
  expect(kept.therapist).toEqual({ name: 'Maya', phone: '+13035550101' });
});

test('[EC3 EC2] a release that is taken back takes the health off this phone with the next view', () => {
  const session = everybodyIn().goTo('setup');
  expect(keptOf(session)).toContain('Penicillin');
  session.must('client', { type: 'consent.withdraw', document: 'chaperone_release' });
  expect(keptOf(session)).not.toMatch(/Penicillin|Asthma|1988/);
});

test('[EC3] nothing stays on the phone once the session is over, or of who is not in it', () => {
  for (const phase of ['closed', 'cancelled'] as const) {
    const { state, now } = everybodyIn().goTo(phase);
    expect(toKeep(view(state, 'chaperone'), 0, now)).toBe('remove');
  }
  const outside = new TestSession();
  for (const role of ['therapist', 'client', 'chaperone'] as const) {
    expect(toKeep(view(outside.state, role), 0, outside.now)).toBe('remove');
  }
});

test('[EC3] a card of yesterday, or one that cannot be read, is no card', () => {
  const session = everybodyIn();
  const text = keptOf(session);
  const keptAt = session.now - OFFSET;
  expect(readKept(text, keptAt + KEPT_FOR)).not.toBeNull();
  expect(readKept(text, keptAt + KEPT_FOR + 1)).toBeNull();
  for (const broken of [null, '', '{', '{}', 'null', text.replace('"doorNotes"', '"notes"')]) {
    expect(readKept(broken, keptAt)).toBeNull();
  }
});

test('[EC3] what is old is swept away, and nothing that is not ours', () => {
  const session = everybodyIn();
  const text = keptOf(session);
  const entries = [
    [keptKey('s_1'), text],
    [keptKey('s_2'), '{}'],
    ['sojourn.camera', '{}'],
  ] as const;
  expect(staleKeys(entries, session.now)).toEqual([keptKey('s_2')]);
  expect(staleKeys(entries, session.now + KEPT_FOR)).toEqual([keptKey('s_1'), keptKey('s_2')]);
});
