import type { DeviceChoice, DeviceKind } from './device.ts';

/** What this browser remembers of one kind of device between visits. */
export interface Remembered {
  on: boolean;
  chosen: DeviceChoice | null;
}

export interface DeviceMemory {
  read(kind: DeviceKind): Remembered;
  write(kind: DeviceKind, remembered: Remembered): void;
}

const key = (kind: DeviceKind) => `sojourn.${kind}`;

/** Private windows may refuse storage: then nothing is remembered, and nothing breaks. */
export function createDeviceMemory(
  storage: () => Pick<Storage, 'getItem' | 'setItem'>,
): DeviceMemory {
  return {
    read(kind) {
      try {
        return parse(storage().getItem(key(kind)));
      } catch {
        return parse(null);
      }
    },
    write(kind, remembered) {
      try {
        storage().setItem(key(kind), JSON.stringify(remembered));
      } catch {
        // Full or refused.
      }
    },
  };
}

function parse(text: string | null): Remembered {
  const value: unknown = text === null ? null : JSON.parse(text);
  const known = typeof value === 'object' && value !== null ? value : {};
  const chosen = 'chosen' in known ? known.chosen : null;
  return {
    on: !('on' in known) || known.on !== false,
    chosen: isChoice(chosen) ? { deviceId: chosen.deviceId, label: chosen.label } : null,
  };
}

const isChoice = (value: unknown): value is DeviceChoice =>
  typeof value === 'object' &&
  value !== null &&
  'deviceId' in value &&
  typeof value.deviceId === 'string' &&
  'label' in value &&
  typeof value.label === 'string';
