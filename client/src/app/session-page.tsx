import { useEffect, useState } from 'react';
import type { Role } from '@sojourn/shared/session/role';
import { useParams } from 'react-router';
import { createSessionConnection } from '../connection/session-connection.ts';
import { SessionContext, useSession } from '../connection/use-session.ts';
import { KeepCard, OfflineCard } from '../features/emergency-card/index.ts';
import { PapersDesk } from '../features/papers/index.ts';
import { PushProvider } from '../features/push/index.ts';
import { MediaProvider } from '../features/video/index.ts';
import { LocalMediaProvider } from '../media/index.ts';
import { Page } from '../ui/index.ts';
import { ChaperoneScreen } from './chaperone-screen.tsx';
import { ClientScreen } from './client-screen.tsx';
import { EndedPage } from './ended-page.tsx';
import { LobbyScreen } from './lobby-screen.tsx';
import { lazyPage } from './lazy-page.tsx';
import { useAppShell } from './use-app-shell.ts';

const TherapistScreen = lazyPage(() =>
  import('./therapist-screen.tsx').then((screen) => screen.TherapistScreen),
);

/** One person's page of one session: opens its connection and shows the screen that the view names. */
export function SessionPage({ as }: { as: Role }) {
  const { sessionId = '' } = useParams();
  return <OneSession key={`${sessionId}/${as}`} sessionId={sessionId} as={as} />;
}

function OneSession({ sessionId, as }: { sessionId: string; as: Role }) {
  const [connection] = useState(() => createSessionConnection({ sessionId, as }));
  useEffect(() => {
    connection.open();
    return () => connection.close();
  }, [connection]);
  useAppShell(as === 'chaperone');
  return (
    <SessionContext value={connection}>
      <LocalMediaProvider>
        <MediaProvider sessionId={sessionId} role={as}>
          <PapersDesk>
            <Screen as={as} sessionId={sessionId} />
          </PapersDesk>
          {as === 'chaperone' && <KeepCard sessionId={sessionId} />}
        </MediaProvider>
      </LocalMediaProvider>
    </SessionContext>
  );
}

function Screen({ as, sessionId }: { as: Role; sessionId: string }) {
  const { view, ended, link } = useSession();
  if (ended) return <EndedPage reason={ended} as={as} />;
  switch (view?.screen) {
    case undefined:
      if (as === 'chaperone' && link === 'lost') return <OfflineCard sessionId={sessionId} />;
      return (
        <Page width="narrow">
          <p role="status">
            {link === 'lost' ? 'The server does not answer. Trying again…' : 'Opening the session…'}
          </p>
        </Page>
      );
    case 'lobby':
      return <LobbyScreen />;
    case 'therapist':
      return <TherapistScreen />;
    case 'client':
      return <ClientScreen />;
    case 'chaperone':
      return (
        <PushProvider sessionId={sessionId}>
          <ChaperoneScreen />
        </PushProvider>
      );
  }
}
