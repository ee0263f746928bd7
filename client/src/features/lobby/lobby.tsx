import { useEffect } from 'react';
import { useView } from '../../connection/use-session.ts';
import { unlockAudio, useLocalMedia } from '../../media/index.ts';
import { Button, Notice, Page } from '../../ui/index.ts';
import { EntryForm } from './entry-form.tsx';
import { lobbyScreen, lobbyWords } from './lobby-model.ts';
import styles from './lobby.module.css';
import { Preview } from './preview.tsx';
import { useEnter } from './use-enter.ts';
import { Waiting } from './waiting.tsx';

export interface LobbyProps {
  /** Called within the tap on "Join session" (or "Ask again"): the moment in which sound can be unlocked. */
  onUnlock?: () => void;
}

/** Client and chaperone before they are let in: who they are, how they look and sound, and the wait. */
export function Lobby({ onUnlock }: LobbyProps) {
  const view = useView('lobby');
  const { local } = useLocalMedia();
  const screen = lobbyScreen(view);
  const words = lobbyWords(view);
  const over = screen === 'over';
  useEffect(() => {
    void (over ? local.rest() : local.start());
  }, [local, over]);
  const enter = useEnter(view, () => {
    unlockAudio();
    onUnlock?.();
  });
  return (
    <Page
      width={over ? 'narrow' : 'wide'}
      aside={<span className={styles.practice}>{view.practiceName}</span>}
    >
      <div className={styles.lobby} data-screen={screen}>
        <div className={styles.heading}>
          <h1>{words.title}</h1>
          <p>{words.lead}</p>
        </div>
        {!over && (
          <div className={styles.preview}>
            <Preview />
          </div>
        )}
        <div className={styles.side}>
          {screen === 'form' && <EntryForm {...enter} role={view.role} />}
          {screen === 'waiting' && <Waiting role={view.role} />}
          {screen === 'declined' && (
            <>
              <Button
                variant="primary"
                size="large"
                wide
                pending={enter.sending}
                onPress={enter.submit}
              >
                Ask again
              </Button>
              {enter.errors.form && <Notice tone="lost">{enter.errors.form}</Notice>}
            </>
          )}
        </div>
      </div>
    </Page>
  );
}
