import { createDeviceMemory } from './device-memory.ts';
import type { DeviceKind } from './device.ts';
import type { MediaHost } from './local-media.ts';

/** For tests: a browser whose devices can be plugged in, pulled out, refused and kept busy. */
export function createFakeHost(labels: { camera?: string[]; microphone?: string[] } = {}) {
  const plugged: Record<DeviceKind, string[]> = {
    camera: labels.camera ?? ['Webcam'],
    microphone: labels.microphone ?? ['Desk mic', 'Headset'],
  };
  const errors: Partial<Record<DeviceKind, DOMException>> = {};
  const busy = new Set<string>();
  const stored = new Map<string, string>();
  const events = new EventTarget();
  const tracks: FakeTrack[] = [];
  const asked: string[] = [];
  let front = () => {};
  let permission: PermissionState | undefined;

  class FakeTrack extends EventTarget {
    enabled = true;
    muted = false;
    readyState: 'live' | 'ended' = 'live';
    readonly kind: string;
    readonly label: string;
    constructor(kind: string, label: string) {
      super();
      this.kind = kind;
      this.label = label;
      tracks.push(this);
    }
    getSettings() {
      return { deviceId: `id of ${this.label}` };
    }
    clone() {
      return new FakeTrack(this.kind, this.label);
    }
    stop() {
      this.readyState = 'ended';
    }
    die() {
      this.readyState = 'ended';
      this.dispatchEvent(new Event('ended'));
    }
  }

  function open(kind: DeviceKind, constraints: MediaTrackConstraints | boolean | undefined) {
    const refused = errors[kind];
    if (refused) throw refused;
    const wanted = typeof constraints === 'object' ? constraints.deviceId : undefined;
    const exact = typeof wanted === 'object' && 'exact' in wanted ? wanted.exact : undefined;
    const label = plugged[kind].find((l) => exact === undefined || `id of ${l}` === exact);
    if (!label) throw new DOMException('', exact ? 'OverconstrainedError' : 'NotFoundError');
    if (busy.has(label)) throw new DOMException('', 'NotReadableError');
    return new FakeTrack(kind === 'camera' ? 'video' : 'audio', label);
  }

  const devices = {
    addEventListener: events.addEventListener.bind(events),
    async enumerateDevices() {
      const list = (kind: DeviceKind, dom: MediaDeviceKind) =>
        plugged[kind].map((label) => ({ kind: dom, deviceId: `id of ${label}`, label }));
      return [...list('camera', 'videoinput'), ...list('microphone', 'audioinput')];
    },
    async getUserMedia({ video, audio }: MediaStreamConstraints) {
      asked.push([video && 'camera', audio && 'microphone'].filter(Boolean).join('+'));
      const pictures = video ? [open('camera', video)] : [];
      const sounds = audio ? [open('microphone', audio)] : [];
      return {
        getTracks: () => [...pictures, ...sounds],
        getVideoTracks: () => pictures,
        getAudioTracks: () => sounds,
      };
    },
  };

  const host = {
    devices,
    memory: createDeviceMemory(() => ({
      getItem: (key) => stored.get(key) ?? null,
      setItem: (key, value) => void stored.set(key, value),
    })),
    permission: () => Promise.resolve(permission),
    onFront: (listener: () => void) => {
      front = listener;
    },
  } as unknown as MediaHost;

  return {
    host,
    asked,
    tracks,
    busy,
    errors,
    running: (kind: 'video' | 'audio') =>
      tracks.filter((t) => t.kind === kind && t.readyState === 'live').map((t) => t.label),
    plug: (kind: DeviceKind, now: string[]) => {
      plugged[kind] = now;
      events.dispatchEvent(new Event('devicechange'));
    },
    comeToFront: () => front(),
    setPermission: (state: PermissionState) => {
      permission = state;
    },
  };
}

/** Lets everything queued happen. */
export const settled = () => new Promise<void>((done) => setTimeout(done, 5));
