import { useCallback, useEffect, useState } from 'react';
import { InviteListReply, InviteReply, type InviteStatus } from '@sojourn/shared/http/api';
import type { GuestRole } from '@sojourn/shared/session/role';
import { z } from 'zod';
import { request } from '../../connection/api.ts';
import { Button, CopyField, Notice, Row, Stack, Status } from '../../ui/index.ts';
import { inviteWords, ROLE_TITLES } from './invite-model.ts';
import { t } from '../../language/index.ts';

interface InviteLinksProps {
  sessionId: string;
  /** Links that were just made; they can be shown only now. */
  fresh?: readonly InviteReply[];
}

/** Both invite links: copy a fresh one, see where each stands, make a new one, withdraw it. */
export function InviteLinks({ sessionId, fresh = [] }: InviteLinksProps) {
  const [links, setLinks] = useState(fresh);
  const [statuses, setStatuses] = useState<readonly InviteStatus[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  const path = `/api/sessions/${sessionId}/invites`;

  const look = useCallback(
    () =>
      request('GET', path, InviteListReply).then((reply) => {
        if (reply.ok) setStatuses(reply.value.invites);
        else setFault(reply.error.message);
      }),
    [path],
  );
  useEffect(() => void look(), [look]);

  async function issue(role: GuestRole) {
    setFault(null);
    const reply = await request('POST', path, InviteReply, { role });
    if (!reply.ok) return setFault(reply.error.message);
    setLinks([...links.filter((link) => link.role !== role), reply.value]);
    await look();
  }

  async function withdraw(role: GuestRole) {
    setFault(null);
    const reply = await request('DELETE', path, z.object({}), { role });
    if (!reply.ok) return setFault(reply.error.message);
    setLinks(links.filter((link) => link.role !== role));
    await look();
  }

  return (
    <Stack gap={5}>
      {(['client', 'chaperone'] as const).map((role) => {
        const link = links.find((l) => l.role === role);
        const { words, tone } = inviteWords(statuses.find((s) => s.role === role));
        const title = t(ROLE_TITLES[role]);
        return (
          <Stack key={role} gap={2}>
            <Row justify="between">
              <strong>{title}</strong>
              <Status tone={tone}>{t(words)}</Status>
            </Row>
            {link && (
              <CopyField
                label={t('{title}’s invite link', { title })}
                value={link.url}
                description={t('Shown once. Send it to this one person; it opens on one device.')}
              />
            )}
            <Row gap={2}>
              <Button icon="link" onPress={() => void issue(role)}>
                {role === 'client' ? t('New link for the client') : t('New link for the chaperone')}
              </Button>
              <Button
                variant="plain"
                label={
                  role === 'client'
                    ? t('Withdraw the client’s link')
                    : t('Withdraw the chaperone’s link')
                }
                onPress={() => void withdraw(role)}
              >
                {t('Withdraw')}
              </Button>
            </Row>
          </Stack>
        );
      })}
      {fault && <Notice tone="lost">{fault}</Notice>}
    </Stack>
  );
}
