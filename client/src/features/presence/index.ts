export { LinkNotice } from './link-notice.tsx';
export { PresenceList } from './presence-list.tsx';
export type { PresenceLine } from './presence-model.ts';
export { usePresence } from './use-presence.ts';
