import { useNavigate, useSearchParams } from 'react-router';
import { ClientList } from '../features/clients/index.ts';
import { PracticeForm } from '../features/practice/index.ts';
import { SessionList } from '../features/sessions/index.ts';
import { t } from '../language/index.ts';
import { TherapistPage } from './therapist-page.tsx';

export function SessionsPage() {
  return (
    <TherapistPage place="sessions" title={t('Sessions')}>
      <SessionList />
    </TherapistPage>
  );
}

export function ClientsPage() {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return (
    <TherapistPage place="clients" title={t('Clients')}>
      <ClientList
        startNew={search.has('new')}
        onOpen={(clientId) => void navigate(`/clients/${clientId}`)}
      />
    </TherapistPage>
  );
}

export function PracticePage() {
  return (
    <TherapistPage place="practice" title={t('Practice')}>
      <PracticeForm />
    </TherapistPage>
  );
}
