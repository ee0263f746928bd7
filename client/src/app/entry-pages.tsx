import { useCallback } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { JoinByInvite } from '../features/invite/index.ts';
import { SignIn } from '../features/sign-in/index.ts';
import { t } from '../language/index.ts';
import { LinkButton, Page } from '../ui/index.ts';
import { landingPath } from './landing.ts';

/** The token that a link carries in its fragment, which no server and no log ever sees (IN1). */
const useToken = () => useLocation().hash.slice(1);

export function SignInPage() {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const to = landingPath(search.get('to'));
  const onSignedIn = useCallback(() => void navigate(to, { replace: true }), [navigate, to]);
  return <SignIn token={useToken()} onSignedIn={onSignedIn} />;
}

export function JoinPage() {
  const navigate = useNavigate();
  const token = useToken();
  const onJoined = useCallback(
    (sessionId: string, role: string) =>
      void navigate(`/sessions/${sessionId}/${role}`, { replace: true }),
    [navigate],
  );
  return <JoinByInvite key={token} token={token} onJoined={onJoined} />;
}

export function NotFoundPage() {
  return (
    <Page
      title={t('There is nothing here')}
      lead={t('The address may be incomplete.')}
      width="narrow"
    >
      <LinkButton href="/sessions">{t('To the sessions')}</LinkButton>
    </Page>
  );
}
