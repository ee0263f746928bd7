/** What each screen says while no server answers (WD3). */
export { FallbackNotice } from './fallback-notice.tsx';
export { LineDropped } from './line-dropped.tsx';
