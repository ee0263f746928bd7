import { t } from '../../language/index.ts';
import { useLocalMedia, useTrackElement } from '../../media/index.ts';
import { Icon } from '../../ui/index.ts';
import { useMedia } from './media-context.ts';
import { selfWords } from './self-model.ts';
import styles from './self-view.module.css';

/** The person's own camera, mirrored as in a mirror, with what of it the others get. */
export function SelfView() {
  const { camera, microphone } = useLocalMedia();
  const { state, sending } = useMedia();
  const element = useTrackElement(camera.status === 'live' ? camera.track : null);
  const words = selfWords({ state: state.name, camera, microphone, sending });
  return (
    <figure className={styles.self} data-camera={camera.status} aria-label={t('You')}>
      <video
        ref={element}
        className={styles.video}
        data-self=""
        aria-label={t('Your own camera')}
        autoPlay
        muted
        playsInline
        hidden={camera.status !== 'live'}
      />
      {camera.status !== 'live' && <Icon name="camera-off" size="large" className={styles.icon} />}
      <figcaption className={styles.caption}>
        {microphone.status !== 'live' && <Icon name="mic-off" />}
        {words}
      </figcaption>
    </figure>
  );
}
