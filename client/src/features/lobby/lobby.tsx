import { useEffect, useState, type ReactNode } from 'react';
import { timeWords } from '../../connection/dates.ts';
import { isDaysAhead } from '../../connection/session-day.ts';
import { useServerNow } from '../../connection/use-clock.ts';
import { useView } from '../../connection/use-session.ts';
import { t } from '../../language/index.ts';
import { LanguagePicker } from '../../language/language-picker.tsx';
import { unlockAudio, useLocalMedia } from '../../media/index.ts';
import { Page } from '../../ui/index.ts';
import { Before } from './before.tsx';
import { lobbyScreen, lobbyWords } from './lobby-model.ts';
import styles from './lobby.module.css';
import { Preview } from './preview.tsx';
import { useEnter } from './use-enter.ts';
import { Way } from './way.tsx';

/** What can be read and answered before the session. It comes first while any of it is open. */
export interface LobbyBefore {
  open: boolean;
  content: ReactNode;
}

export interface LobbyProps {
  before: LobbyBefore | null;
  /** Called within the tap on "Join session" (or "Ask again"): the moment in which sound can be unlocked. */
  onUnlock?: () => void;
}

/** Client and chaperone before they are let in: what to do first, how they look and sound, and the wait. */
export function Lobby({ before, onUnlock }: LobbyProps) {
  const view = useView('lobby');
  const now = useServerNow();
  const { local } = useLocalMedia();
  const screen = lobbyScreen(view);
  const over = screen === 'over';
  const [trying, setTrying] = useState(false);
  // Days before, nobody wants to be looked at by a camera.
  const ahead = before !== null && screen === 'form' && isDaysAhead(view, now);
  const early = ahead && !trying;
  const resting = over || early;
  useEffect(() => {
    void (resting ? local.rest() : local.start());
  }, [local, resting]);
  const enter = useEnter(view, () => {
    unlockAudio();
    onUnlock?.();
  });
  // The last answer does not move the page under the hand that gave it.
  const [first] = useState(before?.open ?? false);
  const words = lobbyWords(view, before?.open ?? false);
  return (
    <Page
      width={over ? 'narrow' : 'wide'}
      aside={
        <>
          <span className={styles.practice}>{view.practiceName}</span>
          <LanguagePicker />
        </>
      }
    >
      <div
        className={styles.lobby}
        data-screen={screen}
        data-before={before && !over ? (before.open || first ? 'open' : 'done') : undefined}
      >
        <div className={styles.heading}>
          {screen === 'form' && <p className={styles.when}>{timeWords(view.scheduledAt)}</p>}
          <h1>{words.title}</h1>
          <p className={styles.lead}>{words.lead}</p>
        </div>
        {before && !over && (
          <div className={styles.before}>
            <Before
              {...before}
              role={view.role}
              moment={screen === 'waiting' ? 'waiting' : ahead ? 'ahead' : 'form'}
            />
          </div>
        )}
        {before && screen === 'form' && (
          <h2 className={styles.title}>{early ? t('On the day') : t('When you are ready')}</h2>
        )}
        {!resting && (
          <div className={styles.preview}>
            <Preview />
          </div>
        )}
        {!over && (
          <div className={styles.side}>
            <Way screen={early ? 'early' : screen} enter={enter} onTry={() => setTrying(true)} />
          </div>
        )}
      </div>
    </Page>
  );
}
