export { ClientGrounding } from './client-grounding.tsx';
export { GroundingPanel } from './grounding-panel.tsx';
export { paceLines } from './offer-model.ts';
export { PaceSignals } from './pace-signals.tsx';
export { TakeHomePage } from './take-home.tsx';
