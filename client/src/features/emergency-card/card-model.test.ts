import { everybodyIn, MINUTE } from '@sojourn/shared/session/test-session';
import { view, type ChaperoneView, type TherapistView } from '@sojourn/shared/session/view';
import { describe, expect, test } from 'vitest';
import { cardModel, type CardReader } from './card-model.ts';

const T0_AGO = 34;

/** In Journey, 34 minutes after T0. */
function inJourney() {
  const session = everybodyIn().goTo('journey');
  session.now = (session.state.dose.t0 ?? 0) + T0_AGO * MINUTE;
  return session;
}

function read(session: ReturnType<typeof inJourney>, reader: CardReader, onPaper = false) {
  const role = reader === 'on_site' ? 'chaperone' : 'therapist';
  const { card, t0 } = view(session.state, role) as TherapistView | ChaperoneView;
  return cardModel(card, { reader, now: session.now, t0, onPaper });
}
const line = (model: ReturnType<typeof read>, label: string) =>
  model.lines.find((found) => found.label === label);

describe('read aloud from top to bottom', () => {
  test('[EC1] the address comes first, with what is at the door, then who it is', () => {
    const { lines } = read(inJourney(), 'on_site');
    expect(lines[0]).toEqual({
      label: 'Where',
      words: '12 Juniper Lane, Denver, CO 80203',
      more: 'Blue door, code 4711',
    });
    expect(lines[1]?.words).toBe('Robin, 38 years old');
    expect(lines[2]).toMatchObject({ label: 'What happened' });
    expect(lines.slice(3).map(({ label }) => label)).toEqual([
      'Medicine',
      'Allergies',
      'Conditions',
      'Last measured',
    ]);
  });

  test('[EC1] the minutes since the dose are counted, and since the last one after a booster', () => {
    const session = inJourney();
    expect(line(read(session, 'on_site'), 'Medicine')?.words).toBe(
      '2 × ketamine 100 mg lozenge, 34 minutes ago',
    );
    session.measure();
    session.giveBooster();
    session.now += 5 * MINUTE;
    const medicine = line(read(session, 'on_site'), 'Medicine');
    expect(medicine?.words).toBe('3 × ketamine 100 mg lozenge, the last 5 minutes ago');
    expect(medicine?.more).toMatch(/^300 mg in all: 200 mg at .+, 100 mg at /);
  });

  test('[EC1] the last vitals stand with their time', () => {
    const session = inJourney();
    session.measure(128, 82, 76);
    session.now += 12 * MINUTE;
    expect(line(read(session, 'elsewhere'), 'Last measured')).toMatchObject({
      words: 'Blood pressure 128 over 82, pulse 76, oxygen 98 percent',
      more: '12 minutes ago',
    });
  });

  test('[EC1] on paper no minutes are counted that would grow wrong', () => {
    const { lines } = read(inJourney(), 'elsewhere', true);
    expect(JSON.stringify(lines)).not.toMatch(/ ago/);
  });

  test('[EC1] before the dose it does not speak of one', () => {
    expect(line(read(everybodyIn(), 'elsewhere'), 'Medicine')?.words).toMatch(/^No medicine yet/);
  });
});

describe('who is called', () => {
  test('[EC1] 911 by the one who is there; the dispatch line by the one who is not', () => {
    const session = inJourney();
    expect(read(session, 'on_site').call).toMatchObject({ phone: '911' });
    expect(read(session, 'elsewhere').call).toMatchObject({ phone: '3035550199' });
  });

  test('[EC1] where no dispatch line is known, 911 is not offered in its place', () => {
    const session = inJourney();
    const { care } = session.state;
    const record = { ...care.record, dispatchLine: null };
    session.system({ type: 'care.note', care: { ...care, record } });
    const { call } = read(session, 'elsewhere');
    expect(call.phone).toBeNull();
    expect(call.note).toContain('chaperone');
  });
});

test('[EC2] without the release the chaperone’s card has no health, and says who has it', () => {
  const session = everybodyIn();
  const { lines, phones } = read(session, 'on_site');
  expect(lines.map(({ label }) => label)).toEqual(['Where', 'Who', 'What happened', 'Medicine']);
  expect(lines.at(-1)?.more).toContain('The therapist knows');
  expect(phones[0]).toEqual({ who: 'Maya, therapist', phone: '+13035550101' });
});
