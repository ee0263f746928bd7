import { everybodyIn, MINUTE, ROLES, TestSession } from '@sojourn/shared/session/test-session';
import type { Role } from '@sojourn/shared/session/role';
import { view } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import { KEPT_FOR, keptKey, keptOf, keptText, readKept, staleKeys } from './kept-model.ts';

/** Server's clock minus this phone's. */
const OFFSET = 90_000;

function keptTextOf(session: TestSession): string {
  const kept = keptOf(view(session.state, 'chaperone'), OFFSET);
  if (!kept) throw new Error('nothing kept');
  return keptText(kept, session.now - OFFSET);
}

test('[EC3 WD3] what is kept reads back as the card, the numbers and the clock that were on the screen', () => {
  const session = everybodyIn().goTo('journey');
  const shown = view(session.state, 'chaperone');
  const kept = readKept(keptTextOf(session), session.now - OFFSET + 20 * MINUTE);
  if (!kept || shown.screen !== 'chaperone') throw new Error('no card');
  expect(kept).toMatchObject({ role: 'chaperone', card: shown.card, clockOffset: OFFSET });
  expect(kept.t0).toBe(shown.t0);
  expect(kept.people.therapist).toEqual({ name: 'Maya', phone: '+13035550101' });
});

test('[WD3 SC1] each role keeps what it needs without a server, and the client neither card nor number but the chaperone’s', () => {
  const { state } = everybodyIn().goTo('journey');
  const kept = (role: Role) => keptOf(view(state, role), OFFSET);
  expect(kept('client')).toMatchObject({
    card: null,
    people: { chaperone: { name: 'Sam', phone: '+13035550147' }, therapist: { phone: null } },
  });
  expect(JSON.stringify(kept('client'))).not.toMatch(/Penicillin|Juniper|1988|0111|0101/);
  expect(kept('therapist')).toMatchObject({
    card: { firstName: 'Robin', health: { allergies: 'Penicillin' } },
    people: { chaperone: { phone: '+13035550147' }, client: { name: 'Robin' } },
  });
});

test('[GR4 WD3] the client keeps the line on the screen, their own words and what they would rather not have; the others none of it', () => {
  const session = everybodyIn().goTo('journey');
  session.must('therapist', { type: 'prompt.offer', promptId: 'the-blanket', spoken: false });
  const shown = view(session.state, 'client');
  if (shown.screen !== 'client' || !shown.prompt) throw new Error('no prompt');
  const { offerId } = shown.prompt;
  const kept = keptOf(shown, OFFSET);
  if (!kept) throw new Error('nothing kept');
  const back = readKept(keptText(kept, session.now), session.now);
  expect(back?.own).toMatchObject({
    ...shown.grounding,
    prompt: { offerId, promptId: 'the-blanket', state: 'offered', step: 0 },
  });
  for (const role of ['therapist', 'chaperone'] as const)
    expect(keptOf(view(session.state, role), OFFSET)?.own).toBeNull();
});

test('[EC3 EC2] a release that is taken back takes the health off this phone with the next view', () => {
  const session = everybodyIn().goTo('setup');
  expect(keptTextOf(session)).toContain('Penicillin');
  session.must('client', { type: 'consent.withdraw', document: 'chaperone_release' });
  expect(keptTextOf(session)).not.toMatch(/Penicillin|Asthma|1988/);
});

test('[EC3] nothing stays on the phone once the session is over, or of who is not in it', () => {
  for (const phase of ['closed', 'cancelled'] as const) {
    const { state } = everybodyIn().goTo(phase);
    for (const role of ROLES) expect(keptOf(view(state, role), 0)).toBeNull();
  }
  const outside = new TestSession();
  for (const role of ['client', 'chaperone'] as const) {
    expect(keptOf(view(outside.state, role), 0)).toBeNull();
  }
});

test('[EC3] a card of yesterday, or one that cannot be read, is no card', () => {
  const session = everybodyIn();
  const text = keptTextOf(session);
  const keptAt = session.now - OFFSET;
  expect(readKept(text, keptAt + KEPT_FOR)).not.toBeNull();
  expect(readKept(text, keptAt + KEPT_FOR + 1)).toBeNull();
  for (const broken of [null, '', '{', '{}', 'null', text.replace('"doorNotes"', '"notes"')]) {
    expect(readKept(broken, keptAt)).toBeNull();
  }
});

test('[EC3] what is old is swept away, and nothing that is not ours', () => {
  const session = everybodyIn();
  const text = keptTextOf(session);
  const entries = [
    [keptKey({ sessionId: 's_1', role: 'chaperone' }), text],
    [keptKey({ sessionId: 's_2', role: 'client' }), '{}'],
    ['sojourn.camera', '{}'],
  ] as const;
  expect(staleKeys(entries, session.now)).toEqual([keptKey({ sessionId: 's_2', role: 'client' })]);
  expect(staleKeys(entries, session.now + KEPT_FOR)).toEqual([
    keptKey({ sessionId: 's_1', role: 'chaperone' }),
    keptKey({ sessionId: 's_2', role: 'client' }),
  ]);
});
