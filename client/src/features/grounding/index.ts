export { ClientGrounding } from './client-grounding.tsx';
export { GroundingPanel } from './grounding-panel.tsx';
export { PaceSignals } from './pace-signals.tsx';
export { TakeHomePage } from './take-home.tsx';
