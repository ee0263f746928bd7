export { JoinByInvite } from './join-by-invite.tsx';
