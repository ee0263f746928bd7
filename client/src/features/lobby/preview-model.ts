import { t } from '../../language/index.ts';
import { faultWords, type DeviceState } from '../../media/index.ts';

type Facts = Pick<DeviceState, 'status' | 'fault'>;

/** What stands in the preview's place while there is no picture. */
export function previewWords(camera: Facts): { title: string; help: string | null } {
  switch (camera.status) {
    case 'resting':
    case 'asking':
      return { title: t('Starting your camera…'), help: t('If your browser asks, choose Allow.') };
    case 'off':
      return { title: t('Your camera is off'), help: t('You can join like this.') };
    case 'failed':
      return camera.fault
        ? faultWords('camera', camera.fault)
        : { title: t('No picture'), help: null };
    case 'live':
      return { title: '', help: null };
  }
}

/** Kind, and true: nobody is kept out for want of a device. */
export function withoutWords(camera: Facts, microphone: Facts): string | null {
  const noCamera = camera.status === 'failed';
  const noMicrophone = microphone.status === 'failed';
  if (noCamera && noMicrophone) {
    return t(
      'You can still join. You will see and hear your therapist; they will not see or hear you until this is sorted out.',
    );
  }
  if (noMicrophone)
    return t('You can still join. You will hear your therapist; they will not hear you yet.');
  return noCamera ? t('You can still join. You will be heard, and not seen.') : null;
}
