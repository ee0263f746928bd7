import { useEffect, useState } from 'react';
import type { Role } from '@sojourn/shared/session/role';
import { useParams } from 'react-router';
import { canKeep } from '../connection/kept.ts';
import type { Kept } from '../connection/kept-model.ts';
import { createOutbox } from '../connection/outbox-database.ts';
import { createSessionConnection } from '../connection/session-connection.ts';
import { useKeeping, useKept, useUnreached } from '../connection/use-kept.ts';
import { SessionContext, useSession } from '../connection/use-session.ts';
import { PapersDesk } from '../features/papers/index.ts';
import { PushProvider } from '../features/push/index.ts';
import { MediaProvider } from '../features/video/index.ts';
import { t } from '../language/index.ts';
import { LocalMediaProvider } from '../media/index.ts';
import { Page } from '../ui/index.ts';
import { ChaperoneScreen } from './chaperone-screen.tsx';
import { ClientScreen } from './client-screen.tsx';
import { EndedPage } from './ended-page.tsx';
import { FallbackScreen } from './fallback-screen.tsx';
import { SessionHeartbeat } from './heartbeat.tsx';
import { LobbyScreen } from './lobby-screen.tsx';
import { lazyPage } from './lazy-page.tsx';
import { useInstalledHere } from './use-app-shell.ts';

const TherapistScreen = lazyPage(() =>
  import('./therapist-screen.tsx').then((screen) => screen.TherapistScreen),
);

/** One person's page of one session: opens its connection and shows the screen that the view names. */
export function SessionPage({ as }: { as: Role }) {
  const { sessionId = '' } = useParams();
  return <OneSession key={`${sessionId}/${as}`} sessionId={sessionId} as={as} />;
}

function OneSession({ sessionId, as }: { sessionId: string; as: Role }) {
  const [connection] = useState(() => {
    const outbox = createOutbox(`${sessionId}/${as}`, () => globalThis.indexedDB);
    return createSessionConnection({ sessionId, as, outbox });
  });
  useEffect(() => {
    connection.open();
    return () => connection.close();
  }, [connection]);
  useInstalledHere(sessionId, as);
  return (
    <SessionContext value={connection}>
      <LocalMediaProvider>
        <MediaProvider sessionId={sessionId} role={as}>
          <PapersDesk>
            <Screen sessionId={sessionId} as={as} />
          </PapersDesk>
          <SessionHeartbeat as={as} />
        </MediaProvider>
      </LocalMediaProvider>
    </SessionContext>
  );
}

function Screen({ sessionId, as }: { sessionId: string; as: Role }) {
  const view = useSession('view');
  const ended = useSession('ended');
  const kept = useKept();
  useKeeping();
  if (ended) return <EndedPage reason={ended} as={as} />;
  switch (view?.screen) {
    case undefined:
      // Help stands on it from its first instant, and a hand that is on it is not interrupted (AL13).
      if (as === 'client' && (kept || !canKeep())) return <ClientScreen />;
      return <Opening as={as} kept={kept} />;
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

function Opening({ as, kept }: { as: Role; kept: Kept | null }) {
  const link = useSession('link');
  const unreached = useUnreached();
  if (unreached && as !== 'client') return <FallbackScreen as={as} kept={kept} />;
  return (
    <Page width="narrow">
      <p role="status">
        {link === 'lost'
          ? t('The server does not answer. Trying again…')
          : t('Opening the session…')}
      </p>
    </Page>
  );
}
