import { useNavigate, useSearchParams } from 'react-router';
import { ClientList } from '../features/clients/index.ts';
import { PracticeForm } from '../features/practice/index.ts';
import { SessionList } from '../features/sessions/index.ts';
import { TherapistPage } from './therapist-page.tsx';

export function SessionsPage() {
  return (
    <TherapistPage place="sessions" title="Sessions">
      <SessionList />
    </TherapistPage>
  );
}

export function ClientsPage() {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return (
    <TherapistPage place="clients" title="Clients">
      <ClientList
        startNew={search.has('new')}
        onOpen={(clientId) => void navigate(`/clients/${clientId}`)}
      />
    </TherapistPage>
  );
}

export function PracticePage() {
  return (
    <TherapistPage place="practice" title="Practice">
      <PracticeForm />
    </TherapistPage>
  );
}
