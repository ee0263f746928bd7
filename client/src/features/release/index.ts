export { Addendum } from './addendum.tsx';
export { ReleaseCard } from './release-card.tsx';
