import { t } from '../language/index.ts';
import type { DeviceMemory } from './device-memory.ts';
import { choicesOf, faultOf, findChosen, plainLabel } from './device.ts';
import type { DeviceChoice, DeviceFault, DeviceKind } from './device.ts';

export type DevicePort = Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices'>;

/**
 * `resting`: not asked for. `asking`: the browser has the word. `live`: it runs. `off`: switched off
 * by the person. `failed`: wanted and not there, `fault` says why.
 */
export type DeviceStatus = 'resting' | 'asking' | 'live' | 'off' | 'failed';

export interface DeviceState {
  status: DeviceStatus;
  /** The person's wish, remembered between visits. */
  on: boolean;
  /** Kept from the room while its person talks elsewhere (LN1). Mute itself is left as it was. */
  held: boolean;
  fault: DeviceFault | null;
  /** A muted microphone keeps its track, disabled; a camera that is off has none, so its light is out. */
  track: MediaStreamTrack | null;
  deviceId: string | null;
  choices: readonly DeviceChoice[];
  /** What changed without the person: said once, until they choose again or dismiss it. */
  notice: string | null;
}

export interface LocalDevice {
  get: () => DeviceState;
  /**
   * Brings the device to where it is wanted. Settles when it is there, or failed; never rejects.
   * @param given - a track of this kind that was acquired together with the other kind's
   */
  start: (given?: MediaStreamTrack) => Promise<void>;
  rest: () => Promise<void>;
  /** Switching it on ends a hold. */
  setOn: (on: boolean) => Promise<void>;
  /** At once: what is said next is not for the room. */
  hold: (held: boolean) => void;
  /**
   * A second track of the same device, which neither mute nor hold reaches. The caller stops it.
   * @throws as getUserMedia does
   */
  borrow: () => Promise<MediaStreamTrack>;
  choose: (deviceId: string) => Promise<void>;
  /** Marks it as failed without asking the browser. */
  fail: (fault: DeviceFault) => void;
  /** The list of devices changed, or the page came back to the front. */
  review: () => Promise<void>;
  dismissNotice: () => void;
}

/** Faults after which only the person asks again: the browser would put its question anew. */
const UNASKED: readonly DeviceFault[] = ['blocked_by_browser', 'not_answered'];

interface Parts {
  port: DevicePort;
  memory: DeviceMemory;
  changed: () => void;
}

export const constraintsFor = (
  kind: DeviceKind,
  deviceId: ConstrainDOMString | undefined,
): MediaTrackConstraints => ({
  ...(kind === 'camera'
    ? {
        width: { ideal: 1280 },
        height: { ideal: 720 },
        frameRate: { ideal: 30, max: 30 },
        ...(deviceId === undefined && { facingMode: 'user' }),
      }
    : { echoCancellation: true, noiseSuppression: true, autoGainControl: true }),
  ...(deviceId !== undefined && { deviceId }),
});

const goneWords = (kind: DeviceKind, name: string): string =>
  kind === 'camera'
    ? t('Your camera “{name}” is gone.', { name })
    : t('Your microphone “{name}” is gone.', { name });

/** One camera or one microphone: whatever is asked of it, one thing at a time, the last wish wins. */
export function createLocalDevice(kind: DeviceKind, { port, memory, changed }: Parts): LocalDevice {
  const remembered = memory.read(kind);
  let { chosen } = remembered;
  let wanted = false;
  let state: DeviceState = {
    status: 'resting',
    on: remembered.on,
    held: false,
    fault: null,
    track: null,
    deviceId: null,
    choices: [],
    notice: null,
  };
  let queue: Promise<void> = Promise.resolve();

  function set(change: Partial<DeviceState>) {
    state = { ...state, ...change };
    changed();
  }
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    queue = queue.then(work);
    return queue;
  };
  const runs = () => state.track?.readyState === 'live';
  const speaks = () => state.on && !state.held;
  /** A muted microphone stays acquired, so that unmuting is at once; a camera that is off is let go. */
  const shouldRun = () => wanted && (state.on || (kind === 'microphone' && runs()));

  function drop() {
    const { track } = state;
    if (!track) return;
    track.removeEventListener('ended', onEnded);
    track.stop();
    set({ track: null });
  }

  function take(track: MediaStreamTrack) {
    track.enabled = speaks();
    track.addEventListener('ended', onEnded);
    const deviceId = track.getSettings().deviceId ?? null;
    set({ track, deviceId, fault: null, status: speaks() ? 'live' : 'off' });
  }

  function onEnded() {
    const gone = state.track ? plainLabel(state.track.label) : '';
    void inTurn(async () => {
      drop();
      await refresh();
      await settle(gone);
    });
  }

  const preferredId = () => findChosen(state.choices, chosen)?.deviceId ?? chosen?.deviceId;

  async function refresh() {
    const devices = await port.enumerateDevices().catch(() => []);
    set({ choices: choicesOf(devices, kind) });
  }

  async function acquire(deviceId: ConstrainDOMString | undefined): Promise<MediaStreamTrack> {
    const constraints = constraintsFor(kind, deviceId);
    const stream = await port.getUserMedia(
      kind === 'camera' ? { video: constraints } : { audio: constraints },
    );
    const [track] = stream.getTracks();
    if (!track) throw new DOMException('no track', 'NotFoundError');
    return track;
  }

  /** @param gone - the name of the device that went away by itself, if that is why we are here. */
  async function settle(gone?: string): Promise<void> {
    if (!shouldRun()) {
      drop();
      set({ status: wanted ? 'off' : 'resting', fault: null });
      return;
    }
    if (state.track?.readyState === 'live') {
      state.track.enabled = speaks();
      set({ status: speaks() ? 'live' : 'off' });
      return;
    }
    drop();
    set({ status: 'asking', fault: null });
    const preferred = preferredId();
    let fault: DeviceFault | null = null;
    for (const deviceId of preferred === undefined
      ? [undefined]
      : [{ exact: preferred }, undefined]) {
      try {
        take(await acquire(deviceId));
        await refresh();
        set({ notice: fallbackWords(fault, gone) });
        return;
      } catch (error) {
        fault = faultOf(error);
        if (fault !== 'no_device' && fault !== 'in_use') break;
      }
    }
    set({
      status: 'failed',
      fault,
      notice: gone ? goneWords(kind, gone) : null,
    });
    await refresh();
  }

  function fallbackWords(fault: DeviceFault | null, gone: string | undefined): string | null {
    const now = state.track ? plainLabel(state.track.label) : '';
    if (gone && gone !== now)
      return `${goneWords(kind, gone)} ${t('Now using “{name}”.', { name: now })}`;
    // A device that is merely not plugged in today is no news; one that is busy is.
    if (fault === 'in_use' && chosen)
      return `${t('“{name}” is busy.', { name: chosen.label })} ${t('Now using “{name}”.', { name: now })}`;
    return null;
  }

  return {
    get: () => state,
    start(given) {
      wanted = true;
      return inTurn(async () => {
        if (given && shouldRun() && !runs()) {
          take(given);
          await refresh();
          return;
        }
        given?.stop();
        await settle();
      });
    },
    rest() {
      wanted = false;
      return inTurn(() => settle());
    },
    setOn(on) {
      memory.write(kind, { on, chosen });
      // At once, before anything queued: a press on mute must not wait for a device to start.
      set({ on, held: state.held && !on });
      if (kind === 'microphone' && state.track) state.track.enabled = speaks();
      return inTurn(() => settle());
    },
    hold(held) {
      set({ held });
      if (state.track) state.track.enabled = speaks();
      void inTurn(() => settle());
    },
    async borrow() {
      if (state.track?.readyState !== 'live') {
        return acquire(preferredId()).catch(() => acquire(undefined));
      }
      // A clone, not a second question to the browser: a phone has its microphone once.
      const track = state.track.clone();
      track.enabled = true;
      return track;
    },
    choose(deviceId) {
      const choice = state.choices.find((c) => c.deviceId === deviceId);
      if (!choice) return Promise.resolve();
      chosen = choice;
      memory.write(kind, { on: state.on, chosen });
      return inTurn(async () => {
        if (state.deviceId === deviceId && runs()) return;
        // First let go: phones cannot hold two cameras, and Safari ends the first by itself.
        drop();
        set({ notice: null });
        await settle();
      });
    },
    fail(fault) {
      wanted = true;
      set({ status: 'failed', fault });
    },
    review() {
      return inTurn(async () => {
        await refresh();
        const here = state.choices.find((choice) => choice.deviceId === state.deviceId);
        const label = state.track ? plainLabel(state.track.label) : undefined;
        const gone = state.track !== null && state.choices.length > 0 && !here;
        const back = findChosen(state.choices, chosen);
        if (gone || state.track?.muted) {
          // Some browsers list a device as gone and never end its track; and iOS, after a phone call,
          // may leave a live track without sound or picture.
          drop();
          await settle(gone ? label : undefined);
        } else if (state.track && back && back.deviceId !== state.deviceId && state.notice) {
          drop();
          await settle();
          set({ notice: t('Using “{name}” again.', { name: back.label }) });
        } else if (!state.fault || !UNASKED.includes(state.fault)) {
          await settle();
        }
      });
    },
    dismissNotice: () => set({ notice: null }),
  };
}
