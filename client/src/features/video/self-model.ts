import type { DeviceState } from '../../media/index.ts';
import type { MediaState } from './media-state.ts';

interface SelfFacts {
  state: MediaState['name'];
  camera: Pick<DeviceState, 'status' | 'on'>;
  microphone: Pick<DeviceState, 'status' | 'on'>;
  sending: { camera: boolean; microphone: boolean };
}

/** What the others get of this person, in two or three words. */
export function selfWords({ state, camera, microphone, sending }: SelfFacts): string {
  if (state !== 'live') return state === 'moved' ? 'Not sent' : 'Not sent yet';
  if (sending.camera) return sending.microphone ? 'You' : 'You, muted';
  if (camera.status === 'live' || camera.status === 'asking') return 'Starting…';
  if (camera.status === 'failed') return 'No camera';
  return microphone.status === 'live' ? 'Camera off' : 'Camera off, muted';
}

export interface ControlModel {
  /** The accessible name: what a press does. */
  label: string;
  /** Below the icon, part of the name. */
  word: string;
  off: boolean;
  pending: boolean;
}

/** Says what a press does, and by its look what is now. */
export function microphoneControl({
  on,
  held,
  status,
}: Pick<DeviceState, 'status' | 'on' | 'held'>): ControlModel {
  // Held for the line, the room hears as little as when it is muted: the same press gives it back.
  const off = !on || held || status === 'failed';
  return {
    label: off ? 'Unmute microphone' : 'Mute microphone',
    word: off ? 'Unmute' : 'Mute',
    off,
    pending: on && status === 'asking',
  };
}

export function cameraControl({ on, status }: Pick<DeviceState, 'status' | 'on'>): ControlModel {
  const off = !on || status === 'failed';
  return {
    label: off ? 'Turn camera on' : 'Turn camera off',
    word: off ? 'Camera on' : 'Camera off',
    off,
    pending: on && status === 'asking',
  };
}
