import { useState } from 'react';
import { isAlarming } from '@sojourn/shared/session/alert';
import { isOver } from '@sojourn/shared/session/phase';
import { useKept, useUnreached } from '../connection/use-kept.ts';
import { useView } from '../connection/use-session.ts';
import { Door } from '../features/admission/index.ts';
import { AlertChaperone, AlertList, DrillResults } from '../features/alert/index.ts';
import { Checklist } from '../features/checklist/index.ts';
import { DoseCard } from '../features/dose/index.ts';
import { CardButton } from '../features/emergency-card/index.ts';
import { GroundingPanel, PaceSignals } from '../features/grounding/index.ts';
import { LastLook, WaitingCalls } from '../features/looks/index.ts';
import { MusicCard } from '../features/music/index.ts';
import { PhaseBanner, PhaseSteps } from '../features/phase/index.ts';
import { LinkNotice, PresenceList } from '../features/presence/index.ts';
import { Addendum, ReleaseCard } from '../features/release/index.ts';
import { InviteLinks } from '../features/sessions/index.ts';
import { LineCall, MediaControls, VideoStage } from '../features/video/index.ts';
import { VitalsCard } from '../features/vitals/index.ts';
import { WatchCard } from '../features/watch/index.ts';
import { t } from '../language/index.ts';
import { Button, Dialog, LinkButton, Page } from '../ui/index.ts';
import { Fallback } from './fallback-screen.tsx';
import styles from './therapist-screen.module.css';
import { Unanswered } from './unanswered.tsx';

/** The therapist's workspace: the client large, what must be known above, what can be done beside. */
export function TherapistScreen() {
  const view = useView('therapist');
  const over = isOver(view.phase);
  const kept = useKept();
  const unreached = useUnreached();
  const [inviting, setInviting] = useState(false);
  const guests = view.media?.chaperone ? (['client', 'chaperone'] as const) : (['client'] as const);
  // While the medicine works the next move is an hour away, and what is offered is wanted now.
  const inside = view.phase === 'onset' || view.phase === 'journey';
  const papers = [
    <Checklist key="checklist" />,
    <DrillResults key="drill" />,
    <ReleaseCard key="release" />,
    <DoseCard key="dose" />,
  ];
  const hands = [<VitalsCard key="vitals" />, <GroundingPanel key="grounding" />];
  // An open alert is not pushed down by what is asked more softly.
  const alarmed = view.alerts.some(isAlarming);
  const alerts = <AlertList key="alerts" aside={<LastLook />} />;
  const wishes = [<WaitingCalls key="calls" />, !over && <PaceSignals key="pace" />];
  return (
    <Page
      width="full"
      aside={
        <>
          <PresenceList />
          <Button variant="plain" icon="link" onPress={() => setInviting(true)}>
            {t('Invite links')}
          </Button>
          <LinkButton variant="plain" href="/sessions">
            {t('All sessions')}
          </LinkButton>
        </>
      }
    >
      <h1 className="visually-hidden">
        {t('Session with {name}', { name: view.people.client.name })}
      </h1>
      <div className={styles.workspace}>
        {unreached && <Fallback as="therapist" kept={kept} />}
        <div className={styles.banner}>
          <PhaseBanner />
          <PhaseSteps />
        </div>
        {!unreached && <LinkNotice />}
        <div className={styles.columns}>
          <div className={styles.sight}>
            {!over && (
              <>
                <div className={styles.stage}>
                  <VideoStage tiles={guests} variant="workspace" />
                </div>
                <div className={styles.controls}>
                  <Unanswered />
                  <MediaControls />
                  <AlertChaperone />
                </div>
              </>
            )}
            <div className={styles.watch}>
              <WatchCard aside={<CardButton placement="top end" />} />
            </div>
          </div>
          <div className={styles.side}>
            <Door />
            {alarmed
              ? [<LineCall key="line" />, alerts, ...wishes]
              : [...wishes, <LineCall key="line" />, alerts]}
            {over ? (
              <Addendum />
            ) : (
              <>
                {inside ? [...hands, ...papers] : [...papers, ...hands]}
                <MusicCard />
              </>
            )}
          </div>
        </div>
      </div>
      {inviting && (
        <Dialog open onClose={() => setInviting(false)} title={t('Invite links')} size="wide">
          <InviteLinks sessionId={view.sessionId} />
        </Dialog>
      )}
    </Page>
  );
}
