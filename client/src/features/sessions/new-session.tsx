import { useState } from 'react';
import { CareViewReply, ClientListReply } from '@sojourn/shared/http/care-api';
import type { ScheduledSession } from './scheduler.ts';
import { useFetched } from '../../connection/use-fetched.ts';
import { ScheduleSession } from './schedule-session.tsx';
import { t } from '../../language/index.ts';

interface NewSessionProps {
  onScheduled: (created: ScheduledSession) => void;
  onClose: () => void;
}

const ANY = { kind: null, at: null };

/** A new session where the client is not known from the page: they are chosen first. */
export function NewSession({ onScheduled, onClose }: NewSessionProps) {
  const [clientId, setClientId] = useState<string | null>(null);
  const list = useFetched('/api/clients', ClientListReply);
  const care = useFetched(clientId && `/api/clients/${clientId}`, CareViewReply);
  const options = (list.value?.clients ?? []).map(({ clientId, firstName, stopped }) => ({
    value: clientId,
    label: firstName,
    description: stopped ? t('The course of care is stopped') : undefined,
  }));
  const opening = clientId !== null && care.value === null;
  return (
    <ScheduleSession
      title={t('New session')}
      care={care.value}
      start={ANY}
      onScheduled={onScheduled}
      onClose={onClose}
      fault={(list.fault ?? care.fault)?.message}
      blocked={opening ? t('The client’s course of care is not open yet.') : undefined}
      chooser={{
        options,
        value: clientId,
        onChange: setClientId,
        placeholder: list.value && options.length === 0 ? t('No clients yet') : t('Choose'),
      }}
    />
  );
}
