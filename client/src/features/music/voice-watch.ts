import { rms } from '../../media/index.ts';
import { NOT_DUCKED, stepDuck } from './duck-model.ts';

/** ms between two looks; browsers let a hidden page look once a second. */
const EVERY = 60;

export interface VoiceWatch {
  /** Null: nobody speaks. */
  listen: (track: MediaStreamTrack | null) => void;
  /** The device itself speaks. */
  speaking: (now: boolean) => void;
  stop: () => void;
}

/** Tells when music should be low, and when no longer. @param audio null: only the device's own voice counts */
export function watchVoice(
  audio: () => AudioContext | null,
  tell: (low: boolean) => void,
): VoiceWatch {
  let duck = NOT_DUCKED;
  let speaks = false;
  let heard: { track: MediaStreamTrack; source: MediaStreamAudioSourceNode } | null = null;
  let analyser: AnalyserNode | null = null;
  const samples = new Float32Array(1_024);

  const timer = setInterval(() => {
    let level = 0;
    if (heard && analyser) {
      analyser.getFloatTimeDomainData(samples);
      level = rms(samples);
    }
    const before = duck.low;
    duck = stepDuck(duck, { level, speaking: speaks, now: performance.now() });
    if (duck.low !== before) tell(duck.low);
  }, EVERY);

  const listen = (track: MediaStreamTrack | null) => {
    if (heard?.track === track) return;
    heard?.source.disconnect();
    heard = null;
    const context = track && audio();
    if (!track || !context) return;
    if (!analyser) {
      analyser = context.createAnalyser();
      analyser.fftSize = samples.length;
    }
    const source = context.createMediaStreamSource(new MediaStream([track]));
    source.connect(analyser);
    heard = { track, source };
  };
  return {
    listen,
    speaking(now) {
      speaks = now;
    },
    stop() {
      clearInterval(timer);
      listen(null);
    },
  };
}
