export { InviteLinks } from './invite-links.tsx';
export { SessionList } from './session-list.tsx';
