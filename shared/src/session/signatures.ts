import type { SessionState } from './state.ts';

export const UNSIGNED = { therapist: null, chaperone: null };

/** RL3: who signed the release, signed what was known then. Something else is known now. */
export const withoutSignatures = (state: SessionState): SessionState =>
  state.phase === 'release'
    ? { ...state, release: { ...state.release, signatures: UNSIGNED } }
    : state;
