import { useState } from 'react';
import { SessionListReply } from '@sojourn/shared/http/api';
import type { ScheduledSession } from './scheduler.ts';
import { useFetched } from '../../connection/use-fetched.ts';
import { Button, Card, Notice, Stack } from '../../ui/index.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { NewSession } from './new-session.tsx';
import { sorted } from './session-list-model.ts';
import styles from './session-list.module.css';
import { SessionRow } from './session-row.tsx';
import { t } from '../../language/index.ts';

/** The therapist's sessions: what is next first, what is over below, and the way to a new one. */
export function SessionList() {
  const { value, at, fault, reload } = useFetched('/api/sessions', SessionListReply);
  const [creating, setCreating] = useState(false);
  const [links, setLinks] = useState<ScheduledSession | null>(null);
  const { open, over } = sorted(value?.sessions ?? []);
  const showInvites = (sessionId: string) => setLinks({ sessionId, invites: [] });
  return (
    <Stack gap={5}>
      <div>
        <Button variant="primary" icon="plus" onPress={() => setCreating(true)}>
          {t('New session')}
        </Button>
      </div>
      {fault && (
        <Notice
          tone="lost"
          live="alert"
          actions={<Button onPress={reload}>{t('Try again')}</Button>}
        >
          {fault.message}
        </Notice>
      )}
      {value && open.length === 0 && (
        <p className={styles.quiet}>
          {t('No session is open. A new one needs a client, a kind and a time.')}
        </p>
      )}
      {open.length > 0 && (
        <ul className={styles.list} aria-label={t('Sessions')}>
          {open.map((session) => (
            <SessionRow key={session.id} session={session} now={at} onInvites={showInvites} />
          ))}
        </ul>
      )}
      {over.length > 0 && (
        <Card title={t('Past sessions')} look="flat">
          <ul className={styles.past} aria-label={t('Past')}>
            {over.map((session) => (
              <SessionRow key={session.id} session={session} now={at} onInvites={showInvites} />
            ))}
          </ul>
        </Card>
      )}
      {creating && (
        <NewSession
          onClose={() => setCreating(false)}
          onScheduled={(created) => {
            setCreating(false);
            setLinks(created);
            reload();
          }}
        />
      )}
      {links && <InviteDialog created={links} onClose={() => setLinks(null)} />}
    </Stack>
  );
}
