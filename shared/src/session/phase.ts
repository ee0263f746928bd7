import { z } from 'zod';
import { words } from '../words.ts';

export const SessionKind = z.enum(['consultation', 'preparation', 'dosing', 'integration']);
export type SessionKind = z.infer<typeof SessionKind>;

export const Phase = z.enum([
  'arrival',
  'setup',
  'ready',
  'hold',
  'onset',
  'journey',
  'return',
  'integration',
  'release',
  'talk',
  'closed',
  'cancelled',
]);
export type Phase = z.infer<typeof Phase>;

const PHASE_TITLES: Record<Phase, string> = {
  arrival: words('Arrival'),
  setup: words('Setup'),
  ready: words('Ready'),
  hold: words('Hold'),
  onset: words('Onset'),
  journey: words('Journey'),
  return: words('Return'),
  integration: words('Integration'),
  release: words('Release'),
  talk: words('Talk'),
  closed: words('Closed'),
  cancelled: words('Cancelled'),
};
export const phaseTitle = (phase: Phase): string => PHASE_TITLES[phase];

/** The phases in their one order (PH1). `cancelled` stands beside the line: it is reached by stopping. */
const DOSING_LINE: readonly Phase[] = [
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
const TALKING_LINE: readonly Phase[] = ['arrival', 'talk', 'closed'];

export const phaseLine = (kind: SessionKind): readonly Phase[] =>
  kind === 'dosing' ? DOSING_LINE : TALKING_LINE;

/** The phase after this one in the line, or null at its end. */
export function nextPhase(kind: SessionKind, phase: Phase): Phase | null {
  const line = phaseLine(kind);
  const here = line.indexOf(phase);
  return here === -1 ? null : (line[here + 1] ?? null);
}

export const isOver = (phase: Phase): boolean => phase === 'closed' || phase === 'cancelled';

/**
 * Which of the session's LiveKit rooms a phase is held in. Each stage has a room of its own, so a
 * token for a room with the chaperone in it opens nothing once the therapy has begun (MD4).
 */
export const MediaStage = z.enum(['opening', 'therapy', 'closing']);
export type MediaStage = z.infer<typeof MediaStage>;

export function mediaStage(phase: Phase): MediaStage | null {
  if (isOver(phase)) return null;
  if (phase === 'setup' || phase === 'arrival') return 'opening';
  return phase === 'release' ? 'closing' : 'therapy';
}
