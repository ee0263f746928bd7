import { isOver } from '@sojourn/shared/session/phase';
import { useKept, useUnreached } from '../connection/use-kept.ts';
import { useSession, useView } from '../connection/use-session.ts';
import { HelpButton } from '../features/alert/index.ts';
import { LineDropped } from '../features/fallback/index.ts';
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
 * The client's one screen. Help never leaves it, and stands on it before the first view is there (AL13).
 * After the dose the screen is dark, asks nothing, and is a third Help (DO4).
 */
export function ClientScreen() {
  const { view } = useSession();
  const kept = useKept();
  const unreached = useUnreached();
  const room = view?.screen === 'client' ? view : null;
  const over = room !== null && isOver(room.phase);
  const dosed = !over && ((room ?? kept)?.t0 ?? null) !== null;
  useTheme(dosed ? 'journey' : null);
  useWakeLock(!over);
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
        {room && !(dosed && unreached) && <PhaseBanner />}
        {unreached ? <LineDropped kept={kept} /> : room ? <LinkNotice /> : <Opening />}
        {room && <Room dosed={dosed} unreached={unreached} />}
        {(room || unreached) && <ClientGrounding />}
        {room && <ClientStop />}
      </Page>
      <div className={styles.ground}>
        {room && <ClientReady />}
        <HelpButton tall={dosed} />
      </div>
    </div>
  );
}

const Opening = () => <p role="status">Opening the session…</p>;

/** Whose face is large after the dose. */
const FACE = 'therapist';

/** Who is in the room, and what there is to answer. */
function Room({ dosed, unreached }: { dosed: boolean; unreached: boolean }) {
  const view = useView('client');
  const { camera, microphone } = useLocalMedia();
  // After the dose there is nothing to operate, but somebody who is muted must be able to be heard.
  const controls = !dosed || !camera.on || !microphone.on;
  const people =
    view.media?.chaperone === undefined
      ? (['therapist'] as const)
      : (['therapist', 'chaperone'] as const);
  return (
    <>
      <PapersCard stop={<ClientStop />} />
      {dosed ? (
        <>
          <MediaNotices quiet />
          <div
            className={styles.face}
            data-small={view.prompt !== null || unreached || undefined}
            data-last={unreached || undefined}
          >
            <VideoTile role={FACE} fit="cover" />
          </div>
        </>
      ) : (
        <VideoStage tiles={people} variant="client" />
      )}
      {controls && <MediaControls />}
    </>
  );
}
