import { describe, expect, test } from 'vitest';
import { missing, type Guard } from '../guard.ts';
import type { Command } from './command.ts';
import { boosterGuards, entryGuards, type GuardId } from './guard.ts';
import { phaseLine, type Phase } from './phase.ts';
import { entailed, ENTRIES, metFor, NEEDED, turnOf, UNMEET, type Entry } from './test-guards.ts';
import type { TestSession } from './test-session.ts';
import { therapistView } from './view.ts';

/*
 * Every entry × each of its guards × met or unmet × role: generated from what test-guards.ts says that
 * each entry needs.
 */

const OTHERS = ['client', 'chaperone'] as const;
const NOT_ALLOWED = { ok: false, error: { code: 'not_allowed' } };

/** The phase that the entry's press enters; a booster enters none. */
const target = (entry: Exclude<Entry, 'booster'>): Phase => {
  if (entry === 'start') return 'hold';
  return entry === 'closed_talk' ? 'closed' : entry;
};

function press(entry: Entry, { state }: TestSession): Command {
  const { revision: expectedRevision } = state;
  if (entry === 'start') return { type: 'dose.start', tablets: 2, expectedRevision };
  if (entry === 'booster') return { type: 'booster.give', tablets: 1, expectedRevision };
  return { type: 'phase.advance', to: target(entry), expectedRevision };
}

/** The therapist's checklist of this entry, as their screen draws it. */
function checklist(entry: Entry, { state, now }: TestSession): Guard[] {
  const screen = therapistView(state);
  return entry === 'booster' ? boosterGuards(screen, now) : entryGuards(screen, target(entry), now);
}

function isEntered(entry: Entry, before: TestSession['state'], { state }: TestSession): boolean {
  return entry === 'booster'
    ? state.dose.taken.length === before.dose.taken.length + 1
    : state.phase === target(entry) && before.phase !== state.phase;
}

const unmetFor = (entry: Entry, guard: GuardId): TestSession => {
  const session = metFor(entry);
  UNMEET[guard](session);
  return session;
};

describe.each(ENTRIES)('%s', (entry) => {
  test('[GD1] needs exactly what the rules say, in the order of doing', () => {
    expect(checklist(entry, metFor(entry)).map(({ guard }) => guard)).toEqual(NEEDED[entry]);
  });

  test('[GD1] with everything met the therapist is let', () => {
    const session = metFor(entry);
    const before = session.state;
    expect(session.press('therapist', press(entry, session))).toMatchObject({ ok: true });
    expect(isEntered(entry, before, session)).toBe(true);
  });

  test.each(OTHERS)('[CM2 PH2] even with everything met the %s is not let', (role) => {
    const session = metFor(entry);
    const before = session.state;
    expect(session.press(role, press(entry, session))).toMatchObject(NOT_ALLOWED);
    expect(session.state).toBe(before);
  });

  describe.each(NEEDED[entry])('without %s', (guard) => {
    const place = ([id]: readonly [GuardId, unknown]) => NEEDED[entry].indexOf(id);
    const lacking = [[guard, turnOf(guard)] as const, ...entailed(entry, guard)].toSorted(
      (a, b) => place(a) - place(b),
    );

    test('[GD1 GD4 DO2 DO6 RL1 PH7] the therapist is refused, and reads exactly what is missing and whose turn it is', () => {
      const session = unmetFor(entry, guard);
      const before = session.state;
      const refused = session.press('therapist', press(entry, session));
      expect(refused).toMatchObject({ ok: false, error: { code: 'guard_unmet' } });
      const listed = refused.ok ? [] : (refused.error.missing ?? []);
      expect(listed.map((each) => [each.guard, each.turn])).toEqual(lacking);
      for (const { words } of listed) {
        expect(refused.ok || refused.error.message).toContain(words);
        expect(words).toMatch(/^[\p{Lu}\d].*\.$/su);
      }
      expect(session.state).toBe(before);
    });

    test('[GD2] the therapist’s checklist says the same as the refusal', () => {
      const session = unmetFor(entry, guard);
      const refused = session.press('therapist', press(entry, session));
      expect(refused).toMatchObject({ error: { missing: missing(checklist(entry, session)) } });
    });

    test.each(OTHERS)(
      '[CM2 SC1] the %s is refused all the same, and told nothing of it',
      (role) => {
        const session = unmetFor(entry, guard);
        const refused = session.press(role, press(entry, session));
        expect(refused).toMatchObject(NOT_ALLOWED);
        expect(refused).not.toHaveProperty('error.missing');
      },
    );
  });
});

test('[GD1] the entries that no rule guards are the ones that the therapist alone judges', () => {
  const session = metFor('booster');
  const screen = therapistView(session.state);
  const guarded = new Set(ENTRIES.map((entry) => (entry === 'booster' ? null : target(entry))));
  const open = phaseLine('dosing').filter((phase) => !guarded.has(phase));
  expect(open).toEqual(['arrival', 'journey', 'release']);
  for (const phase of open) expect(entryGuards(screen, phase, session.now)).toEqual([]);
});
