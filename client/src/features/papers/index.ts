/**
 * The client's page before the dose. `<PapersDesk>` stands above lobby and room; `<Papers>` is all of it,
 * `<PapersCard>` the room's compact way to it; `usePapers` says whether anything is open.
 */
export { PapersDesk } from './desk.tsx';
export { PapersCard } from './papers-card.tsx';
export { Papers } from './papers.tsx';
export { usePapers } from './use-papers.ts';
