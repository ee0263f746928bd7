import { useState } from 'react';
import { ageAt } from '@sojourn/shared/care/client-record';
import { CareViewReply } from '@sojourn/shared/http/care-api';
import { useParams } from 'react-router';
import { useFetched } from '../connection/use-fetched.ts';
import { ClientCourse, proposedTime } from '../features/clients/index.ts';
import {
  InviteDialog,
  ScheduleSession,
  type ScheduledSession,
  type ScheduleStart,
} from '../features/sessions/index.ts';
import { t, told } from '../language/index.ts';
import { Button, LinkButton, Notice } from '../ui/index.ts';
import { TherapistPage } from './therapist-page.tsx';

/** One client: their course of care, and the sessions that are scheduled from it. */
export function ClientPage() {
  const { clientId = '' } = useParams();
  return <OneClient key={clientId} clientId={clientId} />;
}

const ANY: ScheduleStart = { kind: null, at: null };

function OneClient({ clientId }: { clientId: string }) {
  const path = `/api/clients/${encodeURIComponent(clientId)}`;
  const { value: care, at, fault, reload } = useFetched(path, CareViewReply);
  const [scheduling, setScheduling] = useState<ScheduleStart | null>(null);
  const [links, setLinks] = useState<ScheduledSession | null>(null);
  const age = care && ageAt(care.record.birthDate, at);
  if (!care) {
    const isGone = fault?.code === 'not_found';
    return (
      <TherapistPage place="clients" title={isGone ? t('There is no such client') : undefined}>
        {isGone && (
          <div>
            <LinkButton href="/clients">{t('To the clients')}</LinkButton>
          </div>
        )}
        {!fault && <p role="status">{t('Opening…')}</p>}
        {fault && !isGone && <Fault words={fault.message} onRetry={reload} />}
      </TherapistPage>
    );
  }
  return (
    <TherapistPage
      place="clients"
      title={care.record.firstName}
      lead={age === null ? undefined : t('{age} years old', { age })}
    >
      {fault && <Fault words={fault.message} onRetry={reload} />}
      <ClientCourse
        care={care}
        now={at}
        onChanged={reload}
        onSchedule={() => setScheduling(ANY)}
        onPropose={(proposal) => setScheduling({ kind: 'integration', at: proposedTime(proposal) })}
        onInvites={(sessionId) => setLinks({ sessionId, invites: [] })}
      />
      {scheduling && (
        <ScheduleSession
          title={t('A session with {name}', { name: care.record.firstName })}
          care={care}
          start={scheduling}
          onClose={() => setScheduling(null)}
          onScheduled={(created) => {
            setScheduling(null);
            setLinks(created);
            reload();
          }}
        />
      )}
      {links && <InviteDialog created={links} onClose={() => setLinks(null)} />}
    </TherapistPage>
  );
}

function Fault({ words, onRetry }: { words: string; onRetry: () => void }) {
  return (
    <Notice tone="lost" live="alert" actions={<Button onPress={onRetry}>{t('Try again')}</Button>}>
      {told(words)}
    </Notice>
  );
}
