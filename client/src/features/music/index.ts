/**
 * The client's music, on the client's own device. `MusicProvider` plays it; `MusicChoice` is for before
 * the dose, `MusicControls` and `MusicProposal` for after it; `MusicCard` is the therapist's.
 */
export { MusicCard } from './music-card.tsx';
export { MusicChoice } from './music-choice.tsx';
export { MusicControls } from './music-controls.tsx';
export { MusicProposal } from './music-proposal.tsx';
export { MusicProvider } from './music-provider.tsx';
