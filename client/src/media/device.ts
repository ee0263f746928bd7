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
        title: `This browser keeps the ${kind} from this page`,
        help: `Tap the symbol left of the address at the top, allow the ${kind}, and press Try again.`,
      };
    case 'blocked_by_system':
      return {
        title: `Your device keeps the ${kind} from the browser`,
        help: `Open your device’s settings, then Privacy, then ${capital(kind)}, and allow it for this browser. Then press Try again.`,
      };
    case 'not_answered':
      return {
        title: `The ${kind} is waiting for your yes`,
        help: 'Press Try again, and choose Allow when the browser asks.',
      };
    case 'in_use':
      return {
        title: `The ${kind} is busy`,
        help: 'Another program seems to use it. Close other video calls, then press Try again.',
      };
    case 'no_device':
      return {
        title: `No ${kind} was found`,
        help: 'If you have one with a cable, plug it in. It is noticed by itself.',
      };
    case 'insecure_page':
      return {
        title: `The ${kind} does not work on this address`,
        help: 'Open the link exactly as your therapist sent it: it begins with https.',
      };
    case 'unknown':
      return {
        title: `The ${kind} did not start`,
        help: 'Press Try again. If it stays so, close the browser and open your link anew.',
      };
  }
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

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
  label.replace(/\s*\([0-9a-f]{4}:[0-9a-f]{4}\)$/i, '').replace(/^Default - /, 'Usual one: ');

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
