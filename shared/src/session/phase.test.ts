import { expect, test } from 'vitest';
import {
  isOver,
  mediaStage,
  nextPhase,
  Phase,
  phaseLine,
  phaseTitle,
  SessionKind,
} from './phase.ts';
import { TestSession } from './test-session.ts';

const DOSING = [
  'arrival',
  'setup',
  'ready',
  'hold',
  'onset',
  'journey',
  'return',
  'integration',
  'release',
  'closed',
];
const TALKING = ['arrival', 'talk', 'closed'];

test.each(SessionKind.options)(
  '[PH1] a %s session goes its one line from its first phase to closed',
  (kind) => {
    const line = kind === 'dosing' ? DOSING : TALKING;
    expect(phaseLine(kind)).toEqual(line);
    const walked: string[] = [];
    for (let at: Phase | null = 'arrival'; at; at = nextPhase(kind, at)) walked.push(at);
    expect(walked).toEqual(line);
  },
);

test.each(SessionKind.options)('[PH1] a %s session begins with arrival', (kind) => {
  expect(new TestSession(kind).state.phase).toBe('arrival');
});

test('[PH1] nothing follows a stopped session, nor a phase of the other line', () => {
  for (const kind of SessionKind.options) expect(nextPhase(kind, 'cancelled')).toBeNull();
  expect(nextPhase('dosing', 'talk')).toBeNull();
  expect(nextPhase('preparation', 'hold')).toBeNull();
});

test('[PH1] only closed and cancelled are over: a session with a dosed client never is', () => {
  expect(Phase.options.filter(isOver)).toEqual(['closed', 'cancelled']);
});

test('[PH3 PH5] each phase has a title of its own, as it stands on the buttons', () => {
  const titles = Phase.options.map(phaseTitle);
  expect(new Set(titles).size).toBe(titles.length);
  for (const title of titles) expect(title).toMatch(/^[A-Z][a-z]+$/);
});

test('[MD4] the therapy is held in a room of its own, from Ready until Release; what is over has none', () => {
  const stages = Object.fromEntries(Phase.options.map((phase) => [phase, mediaStage(phase)]));
  expect(stages).toEqual({
    setup: 'opening',
    arrival: 'opening',
    ready: 'therapy',
    hold: 'therapy',
    onset: 'therapy',
    journey: 'therapy',
    return: 'therapy',
    integration: 'therapy',
    talk: 'therapy',
    release: 'closing',
    closed: null,
    cancelled: null,
  });
});
