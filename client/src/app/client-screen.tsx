import { useState } from 'react';
import { isOver } from '@sojourn/shared/session/phase';
import { useConnection, useSession, useView } from '../connection/use-session.ts';
import { useKept, useUnreached } from '../connection/use-kept.ts';
import { t } from '../language/index.ts';
import { LanguagePicker } from '../language/language-picker.tsx';
import { HelpButton } from '../features/alert/index.ts';
import { LineDropped } from '../features/fallback/index.ts';
import { ClientGrounding, TakeHomePage } from '../features/grounding/index.ts';
import { MusicControls, MusicProposal, MusicProvider } from '../features/music/index.ts';
import { PapersCard } from '../features/papers/index.ts';
import { CancelDialog, ClientReady, ClientStop, PhaseBanner } from '../features/phase/index.ts';
import { LinkNotice } from '../features/presence/index.ts';
import { MediaControls, MediaNotices, useVoiceOf, VideoStage } from '../features/video/index.ts';
import { useLocalMedia } from '../media/index.ts';
import { Notice, Page, useTheme } from '../ui/index.ts';
import { AsleepNotice } from './asleep-notice.tsx';
import { BrokenWords, WhenBroken } from './broken-page.tsx';
import { ClientComfort } from './client-comfort.tsx';
import { ClientQuiet } from './client-quiet.tsx';
import styles from './client-screen.module.css';
import { useDawn } from './use-dawn.ts';
import { useOtherTab } from './use-other-tab.ts';
import { useStay } from './use-stay.ts';
import { useWakeLock } from './use-wake-lock.ts';

/**
 * The client's one screen. Help never leaves it, and stands on it before the first view is there (AL13).
 * After the dose the screen is dark, asks nothing, and is a third Help (DO4).
 */
export function ClientScreen() {
  const view = useSession('view');
  const kept = useKept();
  const room = view?.screen === 'client' ? view : null;
  const over = room !== null && isOver(room.phase);
  const dosed = !over && ((room ?? kept)?.t0 ?? null) !== null;
  useTheme(dosed ? 'journey' : null);
  useDawn(dosed ? room : null);
  const awake = useWakeLock(!over);
  useStay(dosed);
  const voice = useVoiceOf('therapist');
  const { place } = useConnection();
  const otherTab = useOtherTab(`sojourn.${place.sessionId}.${place.role}`);
  /** Here, so that it outlives the button that opened it: the next phase has it elsewhere. */
  const [stopping, setStopping] = useState(false);
  const onStop = () => setStopping(true);
  if (over) {
    return (
      <Page width="narrow">
        <h1 className="visually-hidden">{t('Your session')}</h1>
        <PhaseBanner />
        <TakeHomePage />
      </Page>
    );
  }
  return (
    <MusicProvider voice={voice} alone={!otherTab}>
      <div className={styles.screen} data-dosed={dosed || undefined}>
        <Page width="narrow" bare={dosed}>
          <h1 className="visually-hidden">{t('Your session')}</h1>
          {/* Whatever breaks above it, Help stands (WD4). */}
          <WhenBroken instead={<BrokenWords />}>
            {dosed ? (
              <Dosed otherTab={otherTab} />
            ) : (
              <Before awake={awake} otherTab={otherTab} onStop={onStop} />
            )}
          </WhenBroken>
        </Page>
        <section className={styles.ground} aria-label={t('Help')}>
          {room && <ClientReady />}
          {/* Where one says “I'm ready”, the other answer is as near. */}
          {room?.phase === 'ready' && <ClientStop onPress={onStop} />}
          <HelpButton tall={dosed} />
        </section>
        {!dosed && <CancelDialog open={stopping} onClose={() => setStopping(false)} />}
      </div>
    </MusicProvider>
  );
}

interface BeforeProps {
  awake: boolean;
  otherTab: boolean;
  onStop: () => void;
}

/** Before the dose: the therapist large, what is next in one sentence, and what is still open. */
function Before({ awake, otherTab, onStop }: BeforeProps) {
  const view = useSession('view');
  const unreached = useUnreached();
  const room = view?.screen === 'client' ? view : null;
  return (
    <>
      {room && <PhaseBanner />}
      <Line unreached={unreached} />
      {otherTab && <OtherTab />}
      {!awake && <AsleepNotice as="client" />}
      {room && <Room onStop={onStop} />}
      {room?.kind === 'dosing' && <ClientComfort />}
      <MusicProposal />
      {(room || unreached) && <ClientGrounding />}
      {room && room.phase !== 'ready' && <ClientStop onPress={onStop} />}
      {room && <LanguagePicker />}
    </>
  );
}

/** After it: a face if the client likes, the line to hold on to, and nothing else (DO9). */
function Dosed({ otherTab }: { otherTab: boolean }) {
  const view = useSession('view');
  const unreached = useUnreached();
  const room = view?.screen === 'client' ? view : null;
  const offerId = useKept()?.own?.prompt?.offerId ?? null;
  const [music, setMusic] = useState(false);
  const [before, setBefore] = useState(offerId);
  // A new line comes with its answers; one that goes leaves the music where it is.
  if (offerId !== before) {
    setBefore(offerId);
    if (offerId !== null) setMusic(false);
  }
  return (
    <>
      {/* Heard by a screen reader; to the eye nothing stands here that is not needed. */}
      <div className="visually-hidden">{room && !unreached && <PhaseBanner />}</div>
      <Line unreached={unreached} />
      {otherTab && <OtherTab />}
      {room && <MediaNotices quiet />}
      {room && <Heard />}
      <ClientQuiet music={music} onMusic={setMusic} />
      <MusicProposal />
      {(room || unreached || music) && (
        <ClientGrounding instead={music ? <MusicControls size="client" /> : null} />
      )}
      {room && <TakeHomePage />}
    </>
  );
}

/** What is true of the way to the server, when it is not well. */
function Line({ unreached }: { unreached: boolean }) {
  const view = useSession('view');
  const kept = useKept();
  if (unreached) return <LineDropped kept={kept} />;
  return view ? <LinkNotice /> : <p role="status">{t('Opening the session…')}</p>;
}

const OtherTab = () => (
  <Notice tone="waiting">
    {t('This session is open in another tab, too. Help works in both; you can close this one.')}
  </Notice>
);

/** Who is muted must be able to be heard; else there is nothing to operate. */
function Heard() {
  const { camera, microphone } = useLocalMedia();
  return camera.on && microphone.on ? null : <MediaControls />;
}

/** Who is in the room, and what there is to answer. */
function Room({ onStop }: { onStop: () => void }) {
  const { media } = useView('client');
  const people =
    media?.chaperone === undefined
      ? (['therapist'] as const)
      : (['therapist', 'chaperone'] as const);
  return (
    <>
      <PapersCard stop={<ClientStop onPress={onStop} />} />
      <VideoStage tiles={people} variant="client" />
      <MediaControls />
    </>
  );
}
