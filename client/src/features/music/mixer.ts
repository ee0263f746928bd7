import { DUCK_TIME, DUCKED } from './duck-model.ts';

/** Where all music of the page goes through: how loud, and out of a voice's way. */
export interface Mixer {
  setVolume: (gain: number) => void;
  /** A voice is heard: low. */
  setLow: (low: boolean) => void;
  /** Something that plays, at first unheard. */
  channel: (source: AudioNode | HTMLAudioElement) => Channel;
}

export interface Channel {
  /** 0 unheard to 1, over so many seconds. */
  fade: (to: number, seconds: number) => void;
}

const lowTime = (low: boolean) => (low ? DUCK_TIME.down : DUCK_TIME.up);

/** fade → volume → duck → out */
export function audioMixer(audio: AudioContext): Mixer {
  const volume = audio.createGain();
  const duck = audio.createGain();
  volume.connect(duck).connect(audio.destination);
  return {
    setVolume: (gain) => volume.gain.setTargetAtTime(gain, audio.currentTime, 0.25),
    setLow: (low) => duck.gain.setTargetAtTime(low ? DUCKED : 1, audio.currentTime, lowTime(low)),
    channel(source) {
      const fade = audio.createGain();
      fade.gain.value = 0;
      const node =
        source instanceof HTMLMediaElement ? audio.createMediaElementSource(source) : source;
      node.connect(fade).connect(volume);
      return {
        fade(to, seconds) {
          const now = audio.currentTime;
          fade.gain.cancelScheduledValues(now);
          fade.gain.setValueAtTime(fade.gain.value, now);
          fade.gain.linearRampToValueAtTime(to, now + seconds);
        },
      };
    },
  };
}

/** ms between two steps of a fade. */
const STEP = 80;

/** For a browser without Web Audio: the element's own volume. */
export function elementMixer(): Mixer {
  let gain = 1;
  let duck = 1;
  let duckTo = 1;
  let seconds: number = DUCK_TIME.up;
  const channels = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | null = null;
  const run = () => {
    timer ??= setInterval(() => {
      duck += (duckTo - duck) * Math.min(1, STEP / 1_000 / seconds);
      for (const apply of channels) apply();
    }, STEP);
  };
  return {
    setVolume(next) {
      gain = next;
      run();
    },
    setLow(low) {
      duckTo = low ? DUCKED : 1;
      seconds = lowTime(low);
      run();
    },
    channel(element) {
      let now = 0;
      let to = 0;
      let step = 1;
      channels.add(() => {
        now += Math.max(-step, Math.min(step, to - now));
        if (element instanceof HTMLMediaElement) element.volume = Math.min(1, now * gain * duck);
      });
      return {
        fade(next, over) {
          to = next;
          step = STEP / 1_000 / Math.max(0.1, over);
          run();
        },
      };
    },
  };
}
