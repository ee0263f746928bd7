import { t } from '../../language/index.ts';
import { DeviceMenu, useLocalMedia } from '../../media/index.ts';
import { Button } from '../../ui/index.ts';
import styles from './media-controls.module.css';
import { cameraControl, microphoneControl } from './self-model.ts';

/** Mute, camera, and which devices. Stands wherever the room is shown; nothing for a viewer without media. */
export function MediaControls() {
  const { camera, microphone, local } = useLocalMedia();
  const sound = microphoneControl(microphone);
  const picture = cameraControl(camera);
  return (
    <div className={styles.controls} role="group" aria-label={t('Your microphone and camera')}>
      <Button
        icon={sound.off ? 'mic-off' : 'mic'}
        label={sound.label}
        pending={sound.pending}
        data-off={sound.off || undefined}
        onPress={() => void local.setOn('microphone', sound.off)}
      >
        {sound.word}
      </Button>
      <Button
        icon={picture.off ? 'camera-off' : 'camera'}
        label={picture.label}
        pending={picture.pending}
        data-off={picture.off || undefined}
        onPress={() => void local.setOn('camera', picture.off)}
      >
        {picture.word}
      </Button>
      <DeviceMenu words={t('Devices')} placement="top" />
    </div>
  );
}
