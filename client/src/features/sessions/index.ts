export { InviteDialog } from './invite-dialog.tsx';
export { InviteLinks } from './invite-links.tsx';
export type { ScheduleStart } from './schedule-model.ts';
export type { ScheduledSession } from './scheduler.ts';
export { ScheduleSession } from './schedule-session.tsx';
export { SessionList } from './session-list.tsx';
