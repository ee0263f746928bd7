import type { Soundscape } from '@sojourn/shared/session/music';
import { noiseOf, type NoiseColour } from '../../media/index.ts';

/** A sound that is made here, for as long as it is wanted. */
export interface MadeSound {
  out: AudioNode;
  stop: () => void;
}

/** Slow swells that are no multiples of one another: nothing in it comes round to be waited for. */
export function makeSound(audio: AudioContext, which: Soundscape): MadeSound {
  const out = audio.createGain();
  const running: AudioScheduledSourceNode[] = [];
  const start = <Node extends AudioScheduledSourceNode>(node: Node): Node => {
    running.push(node);
    node.start();
    return node;
  };
  const noise = (colour: NoiseColour): AudioBufferSourceNode => {
    const source = audio.createBufferSource();
    source.buffer = noiseOf(audio, colour);
    source.loop = true;
    return start(source);
  };
  const filter = (type: BiquadFilterType, frequency: number, q = 0.5): BiquadFilterNode => {
    const node = audio.createBiquadFilter();
    node.type = type;
    node.frequency.value = frequency;
    node.Q.value = q;
    return node;
  };
  const tone = (frequency: number, type: OscillatorType = 'sine'): OscillatorNode => {
    const node = audio.createOscillator();
    node.type = type;
    node.frequency.value = frequency;
    return start(node);
  };
  /** A level that swells around `level` by `by`, once in `seconds`. */
  const swell = (level: number, by: number, seconds: number): GainNode => {
    const node = audio.createGain();
    node.gain.value = level;
    const depth = audio.createGain();
    depth.gain.value = by;
    tone(1 / seconds)
      .connect(depth)
      .connect(node.gain);
    return node;
  };

  switch (which) {
    case 'drone': {
      const warm = filter('lowpass', 640);
      for (const [frequency, level, seconds] of [
        [82.4, 0.13, 19],
        [123.5, 0.1, 27],
        [164.9, 0.07, 23],
        [247.1, 0.03, 31],
      ] as const) {
        for (const apart of [-0.35, 0.35]) {
          tone(frequency + apart, 'triangle')
            .connect(swell(level, level * 0.6, seconds))
            .connect(warm);
        }
      }
      warm.connect(out);
      break;
    }
    case 'rain': {
      noise('white')
        .connect(filter('highpass', 700))
        .connect(filter('lowpass', 6_500))
        .connect(swell(0.045, 0.014, 17))
        .connect(out);
      noise('brown')
        .connect(filter('lowpass', 420))
        .connect(swell(0.16, 0.06, 29))
        .connect(out);
      break;
    }
    case 'ocean': {
      noise('brown')
        .connect(filter('lowpass', 520))
        .connect(swell(0.3, 0.24, 11))
        .connect(out);
      noise('white')
        .connect(filter('bandpass', 1_500, 0.4))
        .connect(swell(0.018, 0.016, 11))
        .connect(out);
      noise('brown')
        .connect(filter('lowpass', 140))
        .connect(swell(0.3, 0.12, 37))
        .connect(out);
      break;
    }
  }
  return {
    out,
    stop() {
      for (const node of running) node.stop();
      out.disconnect();
    },
  };
}
