import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { request } from '../../connection/api.ts';
import { Notice, Page } from '../../ui/index.ts';

interface SignInProps {
  /** The one-time token from the URL's fragment; empty when there is none. */
  token: string;
  onSignedIn: () => void;
}

/** Where a therapist's one-time link lands. */
export function SignIn({ token, onSignedIn }: SignInProps) {
  const [fault, setFault] = useState<string | null>(
    token ? null : 'Open the sign-in link that the server printed. There is no other way in yet.',
  );
  const redeemed = useRef(false);
  useEffect(() => {
    // Once only, also when React mounts twice: the link is single-use.
    if (!token || redeemed.current) return;
    redeemed.current = true;
    void request('POST', '/api/sign-in', z.object({}), { token }).then((reply) => {
      if (reply.ok) onSignedIn();
      else setFault(reply.error.message);
    });
  }, [token, onSignedIn]);
  return (
    <Page title="Sign in" width="narrow">
      {fault ? <Notice tone="lost">{fault}</Notice> : <p role="status">Signing you in…</p>}
    </Page>
  );
}
