export { LinkNotice } from './link-notice.tsx';
export { PresenceList } from './presence-list.tsx';
