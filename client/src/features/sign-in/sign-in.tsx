import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { request } from '../../connection/api.ts';
import { m, t, told } from '../../language/index.ts';
import { LanguagePicker } from '../../language/language-picker.tsx';
import { Notice, Page } from '../../ui/index.ts';

interface SignInProps {
  /** The one-time token from the URL's fragment; empty when there is none. */
  token: string;
  onSignedIn: () => void;
}

const NO_LINK = m('Open the sign-in link that the server printed. There is no other way in yet.');

/** Where a therapist's one-time link lands. */
export function SignIn({ token, onSignedIn }: SignInProps) {
  const [fault, setFault] = useState<string | null>(token ? null : NO_LINK);
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
    <Page title={t('Sign in')} width="narrow" aside={<LanguagePicker />}>
      {fault ? (
        <Notice tone="lost">{told(fault)}</Notice>
      ) : (
        <p role="status">{t('Signing you in…')}</p>
      )}
    </Page>
  );
}
