import { m, t, told } from '../language/index.ts';
import { PopoverButton, Select, Stack } from '../ui/index.ts';
import { faultWords, type DeviceKind } from './device.ts';
import { useLocalMedia } from './use-local-media.ts';

/** As `plainLabel` writes it. */
m('Usual one: {name}');

interface DeviceMenuProps {
  words: string;
  /** Accessible name when the words are not enough. */
  label?: string;
  placement?: 'bottom start' | 'top';
}

/** Which microphone and which camera: a button that opens both choices. */
export function DeviceMenu({ words, label, placement = 'bottom start' }: DeviceMenuProps) {
  return (
    <PopoverButton
      words={words}
      label={label}
      variant="plain"
      dialogLabel={t('Microphone and camera')}
      placement={placement}
    >
      {() => (
        <Stack gap={3}>
          <DeviceSelect kind="microphone" />
          <DeviceSelect kind="camera" />
        </Stack>
      )}
    </PopoverButton>
  );
}

function DeviceSelect({ kind }: { kind: DeviceKind }) {
  const { local, ...media } = useLocalMedia();
  const { choices, deviceId, fault } = media[kind];
  return (
    <Select
      label={kind === 'camera' ? t('Camera') : t('Microphone')}
      options={choices.map((choice) => ({ value: choice.deviceId, label: told(choice.label) }))}
      value={deviceId}
      placeholder={choices.length === 0 ? t('None to choose') : t('Choose')}
      disabled={choices.length === 0}
      error={fault ? faultWords(kind, fault).help : undefined}
      onChange={(id) => void local.choose(kind, id)}
    />
  );
}
