import { useRef, useState } from 'react';
import { t } from '../../language/index.ts';
import { Button, Row } from '../../ui/index.ts';
import { MusicControls } from './music-controls.tsx';
import { useMusic, usePlayer } from './music-context.ts';
import styles from './music.module.css';

/** Before the dose: the client's own music, kept on this device, or a sound that is made here. */
export function MusicChoice() {
  const player = usePlayer();
  const { songs } = useMusic();
  const input = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState(false);
  const add = (files: readonly File[]) => {
    setReading(true);
    void player.add(files).finally(() => setReading(false));
  };
  return (
    <div className={styles.choice}>
      <p className={styles.quiet}>
        {t(
          'It plays on this device, also when the line drops, and goes low when your therapist speaks.',
        )}
      </p>
      {songs.length > 0 && (
        <ul role="list" className={styles.songs} aria-label={t('My music')}>
          {songs.map(({ songId, name, kept }) => (
            <li key={songId}>
              <Row justify="between">
                <span className={styles.song}>
                  {name}
                  {!kept && (
                    <span className={styles.quiet}> {t('(until you close this page)')}</span>
                  )}
                </span>
                <Button
                  variant="plain"
                  icon="close"
                  label={t('Remove {name}', { name })}
                  onPress={() => player.remove(songId)}
                >
                  {t('Remove')}
                </Button>
              </Row>
            </li>
          ))}
        </ul>
      )}
      <input
        ref={input}
        type="file"
        accept="audio/*"
        multiple
        hidden
        aria-label={t('Music files')}
        onChange={({ currentTarget }) => {
          add([...(currentTarget.files ?? [])]);
          // The same file can be chosen again.
          currentTarget.value = '';
        }}
      />
      <Button icon="plus" pending={reading} onPress={() => input.current?.click()}>
        {t('Add music from this device')}
      </Button>
      <MusicControls size="medium" />
    </div>
  );
}
