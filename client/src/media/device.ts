import { t } from '../language/index.ts';
export type DeviceKind = 'camera' | 'microphone';

/** Why a camera or microphone gives nothing. Each has its own way out, so each has its own words. */
export type DeviceFault =
  | 'blocked_by_browser'
  | 'blocked_by_system'
  | 'not_answered'
  | 'in_use'
  | 'no_device'
  | 'insecure_page'
  | 'unknown';

export interface DeviceChoice {
  deviceId: string;
  label: string;
}

/** What getUserMedia's refusal means. Browsers differ in names, and Chromium tells more in the message. */
export function faultOf(error: unknown): DeviceFault {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  const message = error instanceof Error || error instanceof DOMException ? error.message : '';
  switch (name) {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
      if (/system/i.test(message)) return 'blocked_by_system';
      return /dismissed/i.test(message) ? 'not_answered' : 'blocked_by_browser';
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return 'in_use';
    case 'NotFoundError':
    case 'DevicesNotFoundError':
    case 'OverconstrainedError':
      return 'no_device';
    case 'SecurityError':
    case 'TypeError':
      return 'insecure_page';
    default:
      return 'unknown';
  }
}

/** In a lay person's words: what is wrong, and the one thing to do about it. */
export function faultWords(kind: DeviceKind, fault: DeviceFault): { title: string; help: string } {
  switch (fault) {
    case 'blocked_by_browser':
      return {
        title:
          kind === 'camera'
            ? t('This browser keeps the camera from this page')
            : t('This browser keeps the microphone from this page'),
        help:
          kind === 'camera'
            ? t(
                'Tap the symbol left of the address at the top, allow the camera, and press Try again.',
              )
            : t(
                'Tap the symbol left of the address at the top, allow the microphone, and press Try again.',
              ),
      };
    case 'blocked_by_system':
      return {
        title:
          kind === 'camera'
            ? t('Your device keeps the camera from the browser')
            : t('Your device keeps the microphone from the browser'),
        help:
          kind === 'camera'
            ? t(
                'Open your device’s settings, then Privacy, then Camera, and allow it for this browser. Then press Try again.',
              )
            : t(
                'Open your device’s settings, then Privacy, then Microphone, and allow it for this browser. Then press Try again.',
              ),
      };
    case 'not_answered':
      return {
        title:
          kind === 'camera'
            ? t('The camera is waiting for your yes')
            : t('The microphone is waiting for your yes'),
        help: t('Press Try again, and choose Allow when the browser asks.'),
      };
    case 'in_use':
      return {
        title: kind === 'camera' ? t('The camera is busy') : t('The microphone is busy'),
        help: t('Another program seems to use it. Close other video calls, then press Try again.'),
      };
    case 'no_device':
      return {
        title: kind === 'camera' ? t('No camera was found') : t('No microphone was found'),
        help: t('If you have one with a cable, plug it in. It is noticed by itself.'),
      };
    case 'insecure_page':
      return {
        title:
          kind === 'camera'
            ? t('The camera does not work on this address')
            : t('The microphone does not work on this address'),
        help: t('Open the link exactly as your therapist sent it: it begins with https.'),
      };
    case 'unknown':
      return {
        title:
          kind === 'camera' ? t('The camera did not start') : t('The microphone did not start'),
        help: t('Press Try again. If it stays so, close the browser and open your link anew.'),
      };
  }
}

const DOM_KIND = { camera: 'videoinput', microphone: 'audioinput' } as const;

/** The devices of one kind that a person can choose between, in the browser's order. */
export function choicesOf(
  devices: readonly Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>[],
  kind: DeviceKind,
): DeviceChoice[] {
  return (
    devices
      // Before the permission the browser names nothing: such entries cannot be chosen.
      .filter((device) => device.kind === DOM_KIND[kind] && device.deviceId && device.label)
      .filter((device) => device.deviceId !== 'communications')
      .map(({ deviceId, label }) => ({ deviceId, label: plainLabel(label) }))
  );
}

/** Without the USB numbers that Chromium adds: "HD Webcam (046d:0825)". */
export const plainLabel = (label: string): string =>
  label
    .replace(/\s*\([0-9a-f]{4}:[0-9a-f]{4}\)$/i, '')
    .replace(/^Default - (.+)$/, (_, name: string) => t('Usual one: {name}', { name }));

/** The device chosen last time, by its id or, where a browser makes new ids, by its name. */
export function findChosen(
  choices: readonly DeviceChoice[],
  chosen: DeviceChoice | null,
): DeviceChoice | undefined {
  if (!chosen) return undefined;
  return (
    choices.find((choice) => choice.deviceId === chosen.deviceId) ??
    choices.find((choice) => choice.label === chosen.label)
  );
}
