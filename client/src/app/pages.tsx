import { useCallback, useEffect, useState } from 'react';
import { SignInReply } from '@sojourn/shared/http/api';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { z } from 'zod';
import { request } from '../connection/api.ts';
import { JoinByInvite } from '../features/invite/index.ts';
import { SessionList } from '../features/sessions/index.ts';
import { SignIn } from '../features/sign-in/index.ts';
import { Button, LinkButton, Page } from '../ui/index.ts';
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

export function SessionsPage() {
  const navigate = useNavigate();
  const [me, setMe] = useState<SignInReply | null>(null);
  useEffect(() => {
    void request('GET', '/api/me', SignInReply).then((reply) => {
      if (reply.ok) setMe(reply.value);
      else if (reply.error.code === 'not_allowed') void navigate('/sign-in', { replace: true });
    });
  }, [navigate]);
  const signOut = async () => {
    await request('POST', '/api/sign-out', z.object({}));
    void navigate('/sign-in', { replace: true });
  };
  return (
    <Page
      title="Sessions"
      lead={me ? `${me.name} · ${me.practiceName}` : undefined}
      aside={
        <Button variant="plain" onPress={() => void signOut()}>
          Sign out
        </Button>
      }
    >
      {me && <SessionList />}
    </Page>
  );
}

export function NotFoundPage() {
  return (
    <Page title="There is nothing here" lead="The address may be incomplete." width="narrow">
      <LinkButton href="/sessions">To the sessions</LinkButton>
    </Page>
  );
}
