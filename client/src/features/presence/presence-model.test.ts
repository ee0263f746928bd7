import type { Beat } from '@sojourn/shared/session/pulse';
import { everybodyIn, type TestSession } from '@sojourn/shared/session/test-session';
import { view, type TherapistView } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import type { SessionSnapshot } from '../../connection/session-store.ts';
import { presenceLines } from './presence-model.ts';

type Link = SessionSnapshot['link'];

const WELL: Beat = {
  visible: true,
  battery: 0.8,
  charging: false,
  sound: true,
  idle: 0,
  media: null,
};

/** The chaperone's line. @param beat what their phone said just now; null: nothing yet */
function line(
  session: TestSession,
  {
    later = 0,
    beat = WELL,
    link = 'connected',
  }: {
    later?: number;
    beat?: Beat | null;
    link?: Link;
  } = {},
) {
  const at = session.now;
  const facts = {
    link,
    linkSince: 0,
    clockOffset: 0,
    signals: beat ? { chaperone: { role: 'chaperone' as const, at, beat } } : {},
  };
  return presenceLines(view(session.state, 'therapist') as TherapistView, facts, at + later)[1];
}

test('[PR1] a phone that is gone is said to be gone, for how long, and with its number', () => {
  const session = everybodyIn();
  expect(line(session)).toMatchObject({ words: 'phone connected', tone: 'ok', call: null });
  session.lose('chaperone');
  expect(line(session, { later: 61_000 })).toMatchObject({
    words: 'phone not connected for 1:01',
    tone: 'lost',
    call: '+13035550147',
  });
});

test('[PR1] with our own line down, no green light is left on', () => {
  expect(line(everybodyIn(), { link: 'lost' })).toMatchObject({
    words: 'phone: not known',
    tone: 'lost',
  });
});

test('[PR4] silent for 15 seconds is amber, for 30 seconds lost, with the number', () => {
  const session = everybodyIn();
  expect(line(session, { later: 14_999 })?.tone).toBe('ok');
  expect(line(session, { later: 18_000 })).toMatchObject({
    words: 'phone silent for 18 s',
    tone: 'medium',
    call: null,
  });
  expect(line(session, { later: 32_000 })).toMatchObject({
    words: 'phone silent for 0:32',
    tone: 'lost',
    call: '+13035550147',
  });
});

test('[PR4] who came a moment ago, or whom we watch only now, is not silent yet', () => {
  const session = everybodyIn();
  session.now += 60_000;
  session.lose('chaperone');
  session.connect('chaperone');
  expect(line(session, { beat: null, later: 10_000 })?.tone).toBe('ok');
  expect(line(session, { beat: null, later: 16_000 })?.tone).toBe('medium');
});

test('[PR4] a phone that may not sound, an empty battery, a hidden page and a phone that nobody touches are said', () => {
  const session = everybodyIn().goTo('journey');
  const words = (beat: Partial<Beat>) => line(session, { beat: { ...WELL, ...beat } })?.words;
  expect(words({ sound: false })).toBe('phone: may not sound');
  expect(words({ battery: 0.14 })).toBe('phone: battery 14 %');
  expect(words({ battery: 0.14, charging: true })).toBe('phone connected');
  expect(words({ battery: null, charging: null })).toBe('phone connected');
  expect(words({ visible: false })).toBe('phone: page not in sight');
  expect(words({ idle: 22 * 60_000 })).toBe('phone: not touched for 22 minutes');
  expect(words({ sound: false, battery: 0.05 })).toBe('phone: may not sound, battery 5 %');
});

test('[PR4] before the first beat the record says whether the phone may sound', () => {
  const session = everybodyIn();
  session.system({ type: 'sound.note', role: 'chaperone', on: false });
  expect(line(session, { beat: null })?.words).toBe('phone: may not sound');
});
