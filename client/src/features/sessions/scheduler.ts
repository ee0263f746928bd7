import type { CareCommand } from '@sojourn/shared/care/command';
import { InviteReply, type ApiError } from '@sojourn/shared/http/api';
import { err, ok, type Result } from '@sojourn/shared/result';
import { GuestRole } from '@sojourn/shared/session/role';
import { request } from '../../connection/api.ts';
import { createCareSender } from '../../connection/care-client.ts';
import { t } from '../../language/index.ts';

/** A session that was just made. Its links can be shown only now. */
export interface ScheduledSession {
  sessionId: string;
  invites: readonly InviteReply[];
}

/**
 * Schedules a session of this client, then makes both links. The first step is one press however often
 * it is sent, so that a lost answer makes no second session (ES2); a link that failed can be made anew.
 */
export function createScheduler(clientId: string) {
  const send = createCareSender(clientId);
  return async (command: CareCommand): Promise<Result<ScheduledSession, ApiError>> => {
    const reply = await send(command);
    if (!reply.ok) return reply;
    const { sessionId } = reply.value;
    if (sessionId === null) return err({ code: 'not_found', message: t('No session was made.') });
    const path = `/api/sessions/${sessionId}/invites`;
    const links = await Promise.all(
      GuestRole.options.map((role) => request('POST', path, InviteReply, { role })),
    );
    return ok({ sessionId, invites: links.flatMap((link) => (link.ok ? [link.value] : [])) });
  };
}
