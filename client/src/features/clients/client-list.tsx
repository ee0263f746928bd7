import { useState } from 'react';
import { ClientListReply } from '@sojourn/shared/http/care-api';
import { useFetched } from '../../connection/use-fetched.ts';
import { Button, Icon, Notice, Stack, Status, TextLink } from '../../ui/index.ts';
import { nextWords, sortedClients, stepStanding } from './client-list-model.ts';
import styles from './client-list.module.css';
import { NewClient } from './new-client.tsx';
import { t } from '../../language/index.ts';

interface ClientListProps {
  /** Begins with the dialog for a new client. */
  startNew: boolean;
  onOpen: (clientId: string) => void;
}

/** Everybody whom the therapist accompanies, and where each of them is. */
export function ClientList({ startNew, onOpen }: ClientListProps) {
  const { value, at, fault, reload } = useFetched('/api/clients', ClientListReply);
  const [creating, setCreating] = useState(startNew);
  return (
    <Stack gap={5}>
      <div>
        <Button variant="primary" icon="plus" onPress={() => setCreating(true)}>
          {t('New client')}
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
      {value?.clients.length === 0 && (
        <p className={styles.quiet}>{t('No clients yet. A first name is enough to begin.')}</p>
      )}
      {value && value.clients.length > 0 && (
        <ul className={styles.list} aria-label={t('Clients')}>
          {sortedClients(value.clients).map((client) => {
            const { words, tone } = stepStanding(client);
            return (
              <li key={client.clientId} className={styles.row}>
                <span className={styles.name}>
                  <TextLink href={`/clients/${client.clientId}`}>{client.firstName}</TextLink>
                </span>
                <span className={styles.step}>
                  <Status tone={tone}>{words}</Status>
                </span>
                <span className={styles.quiet}>{nextWords(client, at)}</span>
                <Icon name="chevron" className={styles.chevron} />
              </li>
            );
          })}
        </ul>
      )}
      {creating && (
        <NewClient
          onClose={() => {
            setCreating(false);
            reload();
          }}
          onRegistered={onOpen}
        />
      )}
    </Stack>
  );
}
