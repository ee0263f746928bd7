import { useEffect, useState } from 'react';
import type { Role } from '@sojourn/shared/session/role';
import type { SessionView } from '@sojourn/shared/session/view';
import { useParams, useSearchParams } from 'react-router';
import { loadKept } from '../connection/kept.ts';
import { createSessionConnection } from '../connection/session-connection.ts';
import type { SessionSnapshot } from '../connection/session-store.ts';
import { PrintedCard } from '../features/emergency-card/index.ts';
import { t } from '../language/index.ts';
import { Button, Page, Stack } from '../ui/index.ts';
import styles from './card-page.module.css';
import { EndedPage } from './ended-page.tsx';
import { FallbackScreen } from './fallback-screen.tsx';

/** The emergency card on one sheet of paper. */
export function CardPage() {
  const { sessionId = '' } = useParams();
  const [search] = useSearchParams();
  const as = search.get('as') === 'chaperone' ? 'chaperone' : 'therapist';
  return <OneCard key={`${sessionId}/${as}`} sessionId={sessionId} as={as} />;
}

interface Seen extends Pick<SessionSnapshot, 'view' | 'ended' | 'link'> {
  /** Server's clock, ms. */
  at: number;
}

/**
 * What the session stands at now, once. The connection is let go at once: a page that was left open
 * must not pass for the phone on which alerts sound (PR1).
 */
function useSeen(sessionId: string, as: Role): Seen {
  const [seen, setSeen] = useState<Seen>({ view: null, ended: null, link: 'connecting', at: 0 });
  useEffect(() => {
    const connection = createSessionConnection({ sessionId, as });
    const leave = connection.subscribe(() => {
      const { view, ended, link, clockOffset } = connection.get();
      setSeen({ view, ended, link, at: Date.now() + clockOffset });
      if (!view) return;
      leave();
      connection.close();
    });
    connection.open();
    return () => {
      leave();
      connection.close();
    };
  }, [sessionId, as]);
  return seen;
}

function OneCard({ sessionId, as }: { sessionId: string; as: 'therapist' | 'chaperone' }) {
  const { view, ended, link, at } = useSeen(sessionId, as);
  const [kept] = useState(() => loadKept({ sessionId, role: as }, Date.now()));
  if (ended) return <EndedPage reason={ended} as={as} />;
  if (!view) {
    return link === 'lost' ? (
      <FallbackScreen as={as} kept={kept} />
    ) : (
      <Page width="narrow">
        <p role="status">{t('Opening the card…')}</p>
      </Page>
    );
  }
  return (
    <div className={styles.page}>
      <Page width="narrow">
        <Card view={view} at={at} />
      </Page>
    </div>
  );
}

function Card({ view, at }: { view: SessionView; at: number }) {
  if (view.screen !== 'therapist' && view.screen !== 'chaperone') {
    return <p>{t('The card is here once you are in the room.')}</p>;
  }
  const reader = view.screen === 'chaperone' ? 'on_site' : 'elsewhere';
  return (
    <Stack gap={4}>
      <div className={styles.print}>
        <Button variant="primary" onPress={() => window.print()}>
          {t('Print this page')}
        </Button>
      </div>
      <PrintedCard card={view.card} reader={reader} t0={view.t0} at={at} />
    </Stack>
  );
}
