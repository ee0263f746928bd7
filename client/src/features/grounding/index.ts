export { ClientGrounding } from './client-grounding.tsx';
export { GroundingPanel } from './grounding-panel.tsx';
