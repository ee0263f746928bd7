export { LinkNotice } from './link-notice.tsx';
export { PresenceList } from './presence-list.tsx';
export { usePresence } from './use-presence.ts';
