import {
  measure,
  NO_LEVEL,
  rms,
  startLevel,
  type LevelState,
  type MicLevel,
} from './level-model.ts';
import { canSound } from './audio-unlock.ts';
import type { LocalMedia } from './local-media.ts';

/** ms between two measurements. */
const EVERY = 80;

export interface MicLevelStore {
  get: () => MicLevel;
  subscribe: (listener: () => void) => () => void;
}

/** Measures the microphone while somebody watches, and not a moment longer. */
export function createMicLevel(local: LocalMedia, context: () => AudioContext): MicLevelStore {
  const listeners = new Set<() => void>();
  let snapshot: MicLevel = NO_LEVEL;
  let stop: (() => void) | null = null;

  function tell(next: MicLevel) {
    snapshot = next;
    for (const listener of listeners) listener();
  }

  function run(): () => void {
    // A browser without Web Audio measures nothing, and says nothing of silence.
    if (!canSound()) return () => {};
    const audio = context();
    const analyser = audio.createAnalyser();
    analyser.fftSize = 1024;
    const samples = new Float32Array(analyser.fftSize);
    let source: MediaStreamAudioSourceNode | null = null;
    let measured: MediaStreamTrack | null = null;
    let state: LevelState = startLevel(Date.now());

    const timer = setInterval(() => {
      const { track, status } = local.get().microphone;
      if (track !== measured) {
        source?.disconnect();
        source = track && audio.createMediaStreamSource(new MediaStream([track]));
        source?.connect(analyser);
        measured = track;
        state = startLevel(Date.now());
      }
      if (!track || status !== 'live') {
        state = startLevel(Date.now());
        if (snapshot !== NO_LEVEL) tell(NO_LEVEL);
        return;
      }
      if (audio.state !== 'running') {
        void audio.resume();
        state = { ...startLevel(Date.now()), needsTap: true };
      } else {
        analyser.getFloatTimeDomainData(samples);
        state = measure(state, rms(samples), Date.now());
      }
      tell(state);
    }, EVERY);

    return () => {
      clearInterval(timer);
      source?.disconnect();
    };
  }

  return {
    get: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      stop ??= run();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = null;
        snapshot = NO_LEVEL;
      };
    },
  };
}
