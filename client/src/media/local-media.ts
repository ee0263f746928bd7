import { createDeviceMemory, type DeviceMemory } from './device-memory.ts';
import type { DeviceKind } from './device.ts';
import { faultOf } from './device.ts';
import { constraintsFor, createLocalDevice } from './local-device.ts';
import type { DevicePort, DeviceState, LocalDevice } from './local-device.ts';

export interface LocalMediaSnapshot {
  camera: DeviceState;
  microphone: DeviceState;
}

/** This browser's camera and microphone: one for the page, from the lobby into every room. */
export interface LocalMedia {
  get: () => LocalMediaSnapshot;
  subscribe: (listener: () => void) => () => void;
  /** Asks for what is wanted. Safe to call again: it asks only for what is missing. */
  start: () => Promise<void>;
  /** Lets both go (lights out) without forgetting what the person wished. */
  rest: () => Promise<void>;
  setOn: (kind: DeviceKind, on: boolean) => Promise<void>;
  /** Keeps the microphone from the room, or gives it back: mute is left as it was (LN1). */
  hold: (held: boolean) => void;
  /** A second track of the microphone, which mute and hold do not reach. The caller stops it. */
  borrow: () => Promise<MediaStreamTrack>;
  choose: (kind: DeviceKind, deviceId: string) => Promise<void>;
  /** After a fault: asks again. */
  tryAgain: (kind: DeviceKind) => Promise<void>;
  dismissNotice: (kind: DeviceKind) => void;
}

/** The parts of a browser that local media stands on; tests give their own. */
export interface MediaHost {
  /** Undefined on an insecure page. */
  devices: (DevicePort & Pick<EventTarget, 'addEventListener'>) | undefined;
  memory: DeviceMemory;
  /** Undefined where the browser does not tell. Calls back when it has become `granted` later. */
  permission: (kind: DeviceKind, onGranted?: () => void) => Promise<PermissionState | undefined>;
  /** Calls back when the page comes to the front. */
  onFront: (listener: () => void) => void;
}

const KINDS: readonly DeviceKind[] = ['camera', 'microphone'];

const noDevices: DevicePort = {
  getUserMedia: () => Promise.reject(new DOMException('insecure page', 'SecurityError')),
  enumerateDevices: () => Promise.resolve([]),
};

export function createLocalMedia(host: MediaHost = browserHost()): LocalMedia {
  const port = host.devices ?? noDevices;
  const listeners = new Set<() => void>();
  const parts = { port, memory: host.memory, changed };
  const devices: Record<DeviceKind, LocalDevice> = {
    camera: createLocalDevice('camera', parts),
    microphone: createLocalDevice('microphone', parts),
  };
  let snapshot: LocalMediaSnapshot = read();

  function read(): LocalMediaSnapshot {
    return { camera: devices.camera.get(), microphone: devices.microphone.get() };
  }
  function changed() {
    snapshot = read();
    for (const listener of listeners) listener();
  }
  let asking: Promise<void> | null = null;

  function rememberedId(kind: DeviceKind) {
    const { chosen } = host.memory.read(kind);
    return chosen ? { exact: chosen.deviceId } : undefined;
  }

  /** One question for both, as browsers can ask it; apart when that fails, so that one may still work. */
  async function ask() {
    const { camera, microphone } = devices;
    const both = KINDS.every(
      (kind) => devices[kind].get().status === 'resting' && devices[kind].get().on,
    );
    if (!both) {
      await Promise.all([camera.start(), microphone.start()]);
      return;
    }
    try {
      const stream = await port.getUserMedia({
        video: constraintsFor('camera', rememberedId('camera')),
        audio: constraintsFor('microphone', rememberedId('microphone')),
      });
      const [video] = stream.getVideoTracks();
      const [audio] = stream.getAudioTracks();
      await Promise.all([camera.start(video), microphone.start(audio)]);
    } catch (error) {
      const fault = faultOf(error);
      const answers = await Promise.all(KINDS.map((kind) => host.permission(kind)));
      const unanswered = fault === 'not_answered' || answers.every((answer) => answer === 'prompt');
      const refusal = fault === 'not_answered' || fault === 'blocked_by_browser';
      if (refusal && unanswered) {
        // The person closed the question or said "not now": asking twice more would be nagging.
        for (const kind of KINDS) devices[kind].fail(fault);
        return;
      }
      await Promise.all([camera.start(), microphone.start()]);
    }
  }

  const review = () => {
    for (const kind of KINDS)
      if (devices[kind].get().status !== 'resting') void devices[kind].review();
  };
  host.devices?.addEventListener('devicechange', review);
  host.onFront(review);
  for (const kind of KINDS) {
    void host.permission(kind, () => {
      if (devices[kind].get().status === 'failed') void devices[kind].start();
    });
  }

  return {
    get: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      asking ??= ask().finally(() => {
        asking = null;
      });
      return asking;
    },
    async rest() {
      await asking;
      await Promise.all(KINDS.map((kind) => devices[kind].rest()));
    },
    setOn: (kind, on) => devices[kind].setOn(on),
    hold: devices.microphone.hold,
    borrow: devices.microphone.borrow,
    choose: (kind, deviceId) => devices[kind].choose(deviceId),
    tryAgain: (kind) => devices[kind].start(),
    dismissNotice: (kind) => devices[kind].dismissNotice(),
  };
}

function browserHost(): MediaHost {
  return {
    // Typed as always there; absent on an insecure page.
    devices: (navigator as { mediaDevices?: MediaDevices }).mediaDevices,
    memory: createDeviceMemory(() => localStorage),
    async permission(kind, onGranted) {
      try {
        const status = await navigator.permissions.query({ name: kind });
        if (onGranted) {
          status.addEventListener('change', () => {
            if (status.state === 'granted') onGranted();
          });
        }
        return status.state;
      } catch {
        return undefined;
      }
    },
    onFront(listener) {
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') listener();
      });
    },
  };
}
