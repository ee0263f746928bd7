/**
 * A breath to go along with, seen and heard. `<BreathingPacer>` shows it; `usePacerChoice` is what this
 * device's person chose, and `<PacerChoice>` where they chose it, before the session.
 */
export { BreathingPacer, type BreathingPacerProps } from './breathing-pacer.tsx';
export { PacerChoice } from './pacer-choice.tsx';
export { usePacerChoice } from './use-pacer.ts';
