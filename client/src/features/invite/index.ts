export { JoinByInvite } from './join-by-invite.tsx';
export { PasteLink } from './paste-link.tsx';
