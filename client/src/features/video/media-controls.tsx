import { faultWords, useLocalMedia, type DeviceKind } from '../../media/index.ts';
import { Button, PopoverButton, Select, Stack } from '../../ui/index.ts';
import styles from './media-controls.module.css';
import { cameraControl, microphoneControl } from './self-model.ts';

/** Mute, camera, and which devices. Stands wherever the room is shown; nothing for a viewer without media. */
export function MediaControls() {
  const { camera, microphone, local } = useLocalMedia();
  const sound = microphoneControl(microphone);
  const picture = cameraControl(camera);
  return (
    <div className={styles.controls} role="group" aria-label="Your microphone and camera">
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
      <PopoverButton
        words="Devices"
        variant="plain"
        dialogLabel="Microphone and camera"
        placement="top"
      >
        {() => (
          <Stack gap={3}>
            <DeviceSelect kind="microphone" />
            <DeviceSelect kind="camera" />
          </Stack>
        )}
      </PopoverButton>
    </div>
  );
}

function DeviceSelect({ kind }: { kind: DeviceKind }) {
  const { local, ...media } = useLocalMedia();
  const { choices, deviceId, fault } = media[kind];
  return (
    <Select
      label={kind === 'camera' ? 'Camera' : 'Microphone'}
      options={choices.map((choice) => ({ value: choice.deviceId, label: choice.label }))}
      value={deviceId}
      placeholder={choices.length === 0 ? 'None to choose' : 'Choose'}
      disabled={choices.length === 0}
      error={fault ? faultWords(kind, fault).help : undefined}
      onChange={(id) => void local.choose(kind, id)}
    />
  );
}
