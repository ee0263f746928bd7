import { isOver } from '@sojourn/shared/session/phase';
import { useView } from '../connection/use-session.ts';
import { HelpButton } from '../features/alert/index.ts';
import { ClientGrounding } from '../features/grounding/index.ts';
import { ClientReady, PhaseBanner } from '../features/phase/index.ts';
import { LinkNotice } from '../features/presence/index.ts';
import { MediaControls, VideoStage } from '../features/video/index.ts';
import { Page, useTheme } from '../ui/index.ts';
import styles from './client-screen.module.css';
import { useWakeLock } from './use-wake-lock.ts';

/** The client's one screen. After the dose it is dark, asks nothing, and is a third Help (DO4). */
export function ClientScreen() {
  const view = useView('client');
  const over = isOver(view.phase);
  const dosed = view.t0 !== null && !over;
  useTheme(dosed ? 'journey' : null);
  useWakeLock(!over);
  const people =
    view.media?.chaperone === undefined
      ? (['therapist'] as const)
      : (['therapist', 'chaperone'] as const);
  return (
    <Page width="narrow" bare={dosed}>
      <h1 className="visually-hidden">Your session</h1>
      <div className={styles.screen} data-dosed={dosed || undefined}>
        <PhaseBanner />
        <LinkNotice />
        {!over && (
          <>
            <VideoStage tiles={people} variant="client" />
            <ClientReady />
            <ClientGrounding />
            <HelpButton />
            <MediaControls />
          </>
        )}
      </div>
    </Page>
  );
}
