import { LOUDEST, MusicSource } from '@sojourn/shared/session/music';
import { Button, type ButtonSize } from '../../ui/index.ts';
import { t } from '../../language/index.ts';
import { useMusic, usePlayer } from './music-context.ts';
import { proposalName, sourceName, troubleWords } from './music-model.ts';
import styles from './music.module.css';

/**
 * What can be done with the music now: one tap each, and nothing to decide. After the dose what plays is
 * made softer or let go; another is chosen in the quiet after it.
 */
export function MusicControls({ size }: { size: ButtonSize }) {
  const player = usePlayer();
  const { source, sounding, volume, songs, trouble } = useMusic();
  const few = size === 'client' && source !== null;
  const others = MusicSource.options.filter(
    (each) => !few && each !== source && (each !== 'own' || songs.length > 0),
  );
  return (
    <section className={styles.controls} aria-label={t('Music')} data-music>
      <p role="status" className={styles.words}>
        {trouble
          ? troubleWords(trouble)
          : source === null
            ? null
            : sounding
              ? t('Plays: {music}', { music: sourceName(source) })
              : t('Tap anywhere: the music waits for it.')}
      </p>
      {source !== null && (
        <>
          <Button
            size={size}
            wide
            disabledReason={volume === 1 ? t('It is as soft as it goes.') : undefined}
            onPress={() => player.do('softer')}
          >
            {proposalName('softer')}
          </Button>
          <Button
            size={size}
            wide
            disabledReason={volume === LOUDEST ? t('It is as loud as it goes.') : undefined}
            onPress={() => player.do('louder')}
          >
            {proposalName('louder')}
          </Button>
          <Button size={size} wide onPress={() => player.do('fade_out')}>
            {proposalName('fade_out')}
          </Button>
        </>
      )}
      {others.map((each) => (
        <Button key={each} size={size} wide onPress={() => player.do(each)}>
          {sourceName(each)}
        </Button>
      ))}
    </section>
  );
}
