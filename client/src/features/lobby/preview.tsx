import { t } from '../../language/index.ts';
import {
  DeviceMenu,
  faultWords,
  useLocalMedia,
  useTrackElement,
  type DeviceKind,
} from '../../media/index.ts';
import { Button, Icon, Notice, ToggleButton } from '../../ui/index.ts';
import { Meter } from './meter.tsx';
import { previewWords, withoutWords } from './preview-model.ts';
import styles from './preview.module.css';

/** How one looks and sounds, and with which devices. Works, in its way, without any. */
export function Preview() {
  const { camera, microphone, local } = useLocalMedia();
  const live = camera.status === 'live';
  const element = useTrackElement(live ? camera.track : null);
  const words = previewWords(camera);
  const without = withoutWords(camera, microphone);
  return (
    <section className={styles.preview} aria-label={t('Your camera and microphone')}>
      <div className={styles.picture} data-camera={camera.status}>
        <video
          ref={element}
          className={styles.video}
          data-self=""
          aria-label={t('Your own camera')}
          autoPlay
          muted
          playsInline
          hidden={!live}
        />
        {!live && (
          <div className={styles.instead} role="status">
            <Icon name={camera.status === 'asking' ? 'camera' : 'camera-off'} size="large" />
            <p className={styles.title}>{words.title}</p>
            {words.help && <p>{words.help}</p>}
            {camera.status === 'failed' && (
              <Button onPress={() => void local.tryAgain('camera')}>{t('Try again')}</Button>
            )}
          </div>
        )}
      </div>
      <div className={styles.toggles}>
        <ToggleButton
          label={t('Microphone')}
          iconOn="mic"
          iconOff="mic-off"
          on={microphone.on && microphone.status !== 'failed'}
          pending={microphone.status === 'asking'}
          onChange={(on) => void local.setOn('microphone', on)}
        />
        <ToggleButton
          label={t('Camera')}
          iconOn="camera"
          iconOff="camera-off"
          on={camera.on && camera.status !== 'failed'}
          pending={camera.status === 'asking'}
          onChange={(on) => void local.setOn('camera', on)}
        />
        {(camera.choices.length > 1 || microphone.choices.length > 1) && (
          <DeviceMenu words={t('Change microphone or camera')} />
        )}
      </div>
      {microphone.status !== 'failed' && <Meter />}
      {microphone.status === 'failed' && microphone.fault && (
        <Notice
          tone="waiting"
          icon="mic-off"
          title={faultWords('microphone', microphone.fault).title}
          actions={
            <Button onPress={() => void local.tryAgain('microphone')}>{t('Try again')}</Button>
          }
        >
          {faultWords('microphone', microphone.fault).help}
        </Notice>
      )}
      <Change kind="microphone" />
      <Change kind="camera" />
      {without && <p className={styles.without}>{without}</p>}
    </section>
  );
}

/** What changed by itself: the headset's battery ran out, another program took the camera. */
function Change({ kind }: { kind: DeviceKind }) {
  const { notice } = useLocalMedia()[kind];
  return notice && <Notice tone="waiting">{notice}</Notice>;
}
