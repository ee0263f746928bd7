/**
 * This browser's camera and microphone, one for the page.
 * `LocalMediaProvider` stands above lobby and room; nothing is asked of the browser before `local.start()`.
 */
export { DeviceMenu } from './device-menu.tsx';
export { canSound, pageAudio, unlockAudio } from './audio-unlock.ts';
export {
  faultOf,
  faultWords,
  type DeviceChoice,
  type DeviceFault,
  type DeviceKind,
} from './device.ts';
export { levelWords, rms, type MicLevel } from './level-model.ts';
export type { DeviceState, DeviceStatus } from './local-device.ts';
export type { LocalMedia, LocalMediaSnapshot } from './local-media.ts';
export { LocalMediaProvider } from './local-media-provider.tsx';
export { useLocalMedia, useMicLevel, useTrackElement } from './use-local-media.ts';
export { useKeptChoice } from './kept-choice.ts';
export { noiseOf, type NoiseColour } from './noise.ts';
export { pictureChoice } from './picture-choice.ts';
export { softSound } from './soft-sound.ts';
