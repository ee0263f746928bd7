import { isOver } from '@sojourn/shared/session/phase';
import { useView } from '../connection/use-session.ts';
import { HelpButton } from '../features/alert/index.ts';
import { ClientGrounding } from '../features/grounding/index.ts';
import { PapersCard } from '../features/papers/index.ts';
import { ClientReady, ClientStop, PhaseBanner } from '../features/phase/index.ts';
import { LinkNotice } from '../features/presence/index.ts';
import { MediaControls, MediaNotices, VideoStage, VideoTile } from '../features/video/index.ts';
import { useLocalMedia } from '../media/index.ts';
import { Page, useTheme } from '../ui/index.ts';
import styles from './client-screen.module.css';
import { useWakeLock } from './use-wake-lock.ts';

/**
 * The client's one screen. Help never leaves it. After the dose the screen is dark, asks nothing, and
 * is a third Help (DO4).
 */
export function ClientScreen() {
  const view = useView('client');
  const over = isOver(view.phase);
  const dosed = view.t0 !== null && !over;
  useTheme(dosed ? 'journey' : null);
  useWakeLock(!over);
  const { camera, microphone } = useLocalMedia();
  // After the dose there is nothing to operate, but somebody who is muted must be able to be heard.
  const controls = !dosed || !camera.on || !microphone.on;
  const face = 'therapist';
  const people =
    view.media?.chaperone === undefined
      ? (['therapist'] as const)
      : (['therapist', 'chaperone'] as const);
  if (over) {
    return (
      <Page width="narrow">
        <h1 className="visually-hidden">Your session</h1>
        <PhaseBanner />
      </Page>
    );
  }
  return (
    <div className={styles.screen} data-dosed={dosed || undefined}>
      <Page width="narrow" bare={dosed}>
        <h1 className="visually-hidden">Your session</h1>
        <PhaseBanner />
        <LinkNotice />
        <PapersCard stop={<ClientStop />} />
        {dosed ? (
          <>
            <MediaNotices quiet />
            <div className={styles.face} data-small={view.prompt !== null || undefined}>
              <VideoTile role={face} fit="cover" />
            </div>
          </>
        ) : (
          <VideoStage tiles={people} variant="client" />
        )}
        {controls && <MediaControls />}
        <ClientGrounding />
        <ClientStop />
      </Page>
      <div className={styles.ground}>
        <ClientReady />
        <HelpButton tall={dosed} />
      </div>
    </div>
  );
}
