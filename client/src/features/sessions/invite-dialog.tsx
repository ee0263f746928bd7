import type { ScheduledSession } from './scheduler.ts';
import { Dialog } from '../../ui/index.ts';
import { InviteLinks } from './invite-links.tsx';
import { t } from '../../language/index.ts';

interface InviteDialogProps {
  /** A session, with the links that were just made for it, if any. */
  created: ScheduledSession;
  onClose: () => void;
}

export function InviteDialog({ created, onClose }: InviteDialogProps) {
  const { sessionId, invites } = created;
  const title = invites.length > 0 ? t('The session is scheduled') : t('Invite links');
  return (
    <Dialog open onClose={onClose} title={title} size="wide">
      <InviteLinks key={sessionId} sessionId={sessionId} fresh={invites} />
    </Dialog>
  );
}
