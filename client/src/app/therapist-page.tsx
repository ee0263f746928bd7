import { useEffect, useState, type ReactNode } from 'react';
import { SignInReply } from '@sojourn/shared/http/api';
import { RouterProvider } from 'react-aria-components';
import { NavigationType, useNavigate, useNavigationType } from 'react-router';
import { z } from 'zod';
import { request } from '../connection/api.ts';
import { forgetKept } from '../connection/kept.ts';
import { useFetched } from '../connection/use-fetched.ts';
import { m, t, told } from '../language/index.ts';
import { LanguagePicker } from '../language/language-picker.tsx';
import { Button, Nav, Notice, Page } from '../ui/index.ts';
import styles from './therapist-page.module.css';

const PLACES = [
  { place: 'sessions', words: m('Sessions'), href: '/sessions' },
  { place: 'clients', words: m('Clients'), href: '/clients' },
  { place: 'practice', words: m('Practice'), href: '/practice' },
] as const;

interface TherapistPageProps {
  place: (typeof PLACES)[number]['place'];
  title?: string | undefined;
  lead?: string | undefined;
  children: ReactNode;
}

/** The frame of the signed-in therapist's pages outside of a session: where they are, and who they are. */
export function TherapistPage({ place, title, lead, children }: TherapistPageProps) {
  const navigate = useNavigate();
  const arrived = useNavigationType();
  const { value: me, fault } = useFetched('/api/me', SignInReply);
  const signedOut = fault?.code === 'not_allowed';
  useEffect(() => {
    if (signedOut) void navigate('/sign-in', { replace: true });
  }, [signedOut, navigate]);
  useEffect(() => {
    // No name in the tab: it is seen by whoever walks past, and kept in the browser's history.
    document.title = `${t(PLACES.find((known) => known.place === place)?.words ?? '')} · Sojourn`;
    if (arrived !== NavigationType.Push) return;
    // A page that was not loaded anew begins where a loaded one would: at its top, and said.
    window.scrollTo(0, 0);
    document.getElementById('main')?.focus();
  }, [place, arrived]);
  const go = (path: string) => {
    // A session has a page of its own: leaving it, also by Back, lets go of camera and microphone.
    if (path.startsWith('/sessions/')) location.assign(path);
    else void navigate(path);
  };
  const [stillIn, setStillIn] = useState<string | null>(null);
  const signOut = async () => {
    const reply = await request('POST', '/api/sign-out', z.object({}));
    if (reply.ok) {
      forgetKept();
      void navigate('/sign-in', { replace: true });
    }
    if (!reply.ok) setStillIn(`${t('You are still signed in.')} ${told(reply.error.message)}`);
  };
  return (
    <RouterProvider navigate={go}>
      <Page
        title={title}
        lead={lead}
        nav={
          <Nav
            label={t('Main')}
            links={PLACES.map(({ place: other, words, href }) => ({
              href,
              words: t(words),
              current: other === place,
            }))}
          />
        }
        aside={
          <>
            {me && (
              <span className={styles.me}>
                <span>{me.name}</span>
                <span className={styles.practice}>{me.practiceName}</span>
              </span>
            )}
            <LanguagePicker />
            <Button variant="plain" flush="end" onPress={() => void signOut()}>
              {t('Sign out')}
            </Button>
          </>
        }
      >
        {stillIn && (
          <Notice tone="lost" live="alert" icon="alert">
            {stillIn}
          </Notice>
        )}
        {!signedOut && children}
      </Page>
    </RouterProvider>
  );
}
