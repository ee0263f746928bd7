export { WatchCard } from './watch-card.tsx';
export { TimelineList } from './timeline-list.tsx';
