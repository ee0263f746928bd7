export { DoseCard } from './dose-card.tsx';
