import { VideoTile } from '../features/video/index.ts';
import { t } from '../language/index.ts';
import { pictureChoice, useKeptChoice } from '../media/index.ts';
import { Button } from '../ui/index.ts';
import styles from './client-quiet.module.css';

/** Whose face it is. */
const FACE = 'therapist';

interface ClientQuietProps {
  music: boolean;
  onMusic: (open: boolean) => void;
}

/** After the dose: the therapist's face, small or away as the client likes it, and the way to the music (DO9). */
export function ClientQuiet({ music, onMusic }: ClientQuietProps) {
  const shown = useKeptChoice(pictureChoice);
  return (
    <div data-quiet className={styles.row} data-picture={shown ? 'shown' : 'hidden'}>
      {shown && (
        <div className={styles.face}>
          <VideoTile role={FACE} fit="cover" />
        </div>
      )}
      <Button variant="plain" size="client" wide onPress={() => pictureChoice.set(!shown)}>
        {shown ? t('Hide the picture') : t('Show the picture')}
      </Button>
      <Button variant="plain" size="client" wide onPress={() => onMusic(!music)}>
        {music ? t('Back') : t('Music')}
      </Button>
    </div>
  );
}
