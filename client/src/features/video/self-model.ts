import { t } from '../../language/index.ts';
import type { DeviceState } from '../../media/index.ts';
import type { Role } from '@sojourn/shared/session/role';
import type { MediaState } from './media-state.ts';

interface SelfFacts {
  state: MediaState['name'];
  camera: Pick<DeviceState, 'status' | 'on'>;
  microphone: Pick<DeviceState, 'status' | 'on'>;
  sending: { camera: boolean; microphone: boolean };
}

/** What the others get of this person, in two or three words. */
export function selfWords({ state, camera, microphone, sending }: SelfFacts): string {
  if (state !== 'live') return state === 'moved' ? t('Not sent') : t('Not sent yet');
  if (sending.camera) return sending.microphone ? t('You') : t('You, muted');
  if (camera.status === 'live' || camera.status === 'asking') return t('Starting…');
  if (camera.status === 'failed') return t('No camera');
  return microphone.status === 'live' ? t('Camera off') : t('Camera off, muted');
}

/**
 * Whether this person is to be seen or heard; null where they are in no room. `moved` is not: the other tab has
 * the video, and says so with a voice that outweighs this one. A client whose camera and microphone both ended
 * by themselves is as good as gone; one that they switched off is their choice.
 */
export function mediaThere(
  as: Role,
  { state, sending, camera, microphone }: SelfFacts,
): boolean | null {
  if (state === 'off') return null;
  if (state !== 'live') return false;
  const wanted = camera.on && microphone.on;
  return as !== 'client' || !wanted || sending.camera || sending.microphone;
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
    label: off ? t('Unmute microphone') : t('Mute microphone'),
    word: off ? t('Unmute') : t('Mute'),
    off,
    pending: on && status === 'asking',
  };
}

export function cameraControl({ on, status }: Pick<DeviceState, 'status' | 'on'>): ControlModel {
  const off = !on || status === 'failed';
  return {
    label: off ? t('Turn camera on') : t('Turn camera off'),
    word: off ? t('verb|Camera on') : t('verb|Camera off'),
    off,
    pending: on && status === 'asking',
  };
}
