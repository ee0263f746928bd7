import { memo, useEffect, useMemo, useState } from 'react';
import { isOver } from '@sojourn/shared/session/phase';
import { tellLater } from '../connection/tell-later.ts';
import { useKept, useUnreached } from '../connection/use-kept.ts';
import { SessionContext, useConnection, useSession, useView } from '../connection/use-session.ts';
import { nameOr, telLink } from '../connection/words.ts';
import { ChaperoneAlert, Drill, NoAlert, SoundNotice } from '../features/alert/index.ts';
import { Agreement, Duties, ReleaseSign } from '../features/chaperone/index.ts';
import { CardDialog } from '../features/emergency-card/index.ts';
import { LookCard } from '../features/looks/index.ts';
import { ChaperoneStop, PhaseBanner } from '../features/phase/index.ts';
import { LinkNotice } from '../features/presence/index.ts';
import { RingInDrill, RingOffer } from '../features/push/index.ts';
import { LineCall, MediaControls, VideoStage } from '../features/video/index.ts';
import { t } from '../language/index.ts';
import { LanguagePicker } from '../language/language-picker.tsx';
import { Button, LinkButton, Page, Stack, Status } from '../ui/index.ts';
import { AsleepNotice } from './asleep-notice.tsx';
import { Fallback } from './fallback-screen.tsx';
import styles from './chaperone-screen.module.css';
import { useWakeLock } from './use-wake-lock.ts';

/**
 * The chaperone's phone: what to do now, whether the line is alive, and the alert when there is one.
 * The alert is drawn at once, all the rest a task later.
 */
export const ChaperoneScreen = memo(function ChaperoneScreen() {
  const connection = useConnection();
  const later = useMemo(() => tellLater(connection), [connection]);
  // Counted, not true: asked for from an alert that came over it, it is drawn anew, and on top.
  const [card, setCard] = useState(0);
  const onCard = () => setCard((turn) => turn + 1);
  return (
    <>
      {/* Also of a session that was stopped: its open alerts are still answered (PH7). */}
      <ChaperoneAlert onCard={onCard} line={<LineCall onAlert />} />
      <SessionContext value={later}>
        <RestOfPage onCard={onCard} />
      </SessionContext>
      {card > 0 && <CardDialog key={card} onClose={() => setCard(0)} />}
    </>
  );
});

function RestOfPage({ onCard }: { onCard: () => void }) {
  const { phase } = useView('chaperone');
  const over = isOver(phase);
  const awake = useWakeLock(!over);
  // Who was let in while they read the lobby's end sees the session's beginning.
  useEffect(() => {
    window.scrollTo(0, 0);
  }, []);
  return (
    <Page width="narrow" aside={<Connected />}>
      <h1 className="visually-hidden">{t('Chaperone')}</h1>
      <PhaseBanner />
      <NoAlert line={<LineCall />} />
      {!over && <Room awake={awake} />}
      {over ? <LinkNotice /> : <Reach onCard={onCard} />}
    </Page>
  );
}

function Room({ awake }: { awake: boolean }) {
  const view = useView('chaperone');
  const agreed = view.duties?.agreed ?? true;
  const kept = useKept();
  const unreached = useUnreached();
  if (unreached) return <Fallback as="chaperone" kept={kept} bare />;
  return (
    <Stack gap={5}>
      <SoundNotice />
      {!awake && <AsleepNotice as="chaperone" />}
      <RingOffer quiet={view.t0 !== null} />
      {view.media && (
        <>
          <VideoStage tiles={['therapist', 'client']} variant="chaperone" />
          <MediaControls />
        </>
      )}
      <Drill ring={<RingInDrill />} />
      <LookCard />
      <ReleaseSign />
      {!agreed && <Agreement />}
      <Duties clientName={nameOr(view.people.client.name, 'client')} />
      {agreed && <Agreement />}
      <ChaperoneStop />
      <LanguagePicker />
    </Stack>
  );
}

/** Always in sight and under the thumb: a lost line, the card for a dispatcher, the therapist's number. */
function Reach({ onCard }: { onCard: () => void }) {
  const { people, therapistPhone } = useView('chaperone');
  const unreached = useUnreached();
  return (
    <div className={styles.reach}>
      <div className={styles.line}>{!unreached && <LinkNotice />}</div>
      <Button size="large" wide icon="card" onPress={onCard}>
        {t('Emergency card')}
      </Button>
      {therapistPhone && (
        <LinkButton href={telLink(therapistPhone)} icon="phone" size="large" wide>
          {t('Call {therapist}', { therapist: nameOr(people.therapist.name, 'therapist') })}
        </LinkButton>
      )}
    </div>
  );
}

function Connected() {
  const { people } = useView('chaperone');
  const { connected, name } = people.therapist;
  const link = useSession('link');
  const therapist = nameOr(name, 'therapist');
  if (link !== 'connected') return <Status tone="lost">{t('This phone is not connected')}</Status>;
  return (
    <Status tone={connected ? 'ok' : 'lost'} live>
      {connected
        ? t('{therapist} is there', { therapist })
        : t('{therapist} is not connected', { therapist })}
    </Status>
  );
}
