/** brown: the ground of breath and sea · white: the hiss of rain. */
export type NoiseColour = 'brown' | 'white';

const made = new WeakMap<BaseAudioContext, Map<NoiseColour, AudioBuffer>>();
/** s; long enough that nobody hears it come round. */
const LENGTH = 8;
/** samples */
const FADE = 4_096;

/** Noise in a loop, made here, and once for the page. */
export function noiseOf(audio: BaseAudioContext, colour: NoiseColour = 'brown'): AudioBuffer {
  const known = made.get(audio) ?? new Map<NoiseColour, AudioBuffer>();
  made.set(audio, known);
  const ready = known.get(colour);
  if (ready) return ready;
  const length = Math.floor(audio.sampleRate * LENGTH);
  const buffer = audio.createBuffer(2, length, audio.sampleRate);
  const samples = length + FADE;
  for (let channel = 0; channel < 2; channel += 1) {
    const noise = colour === 'brown' ? brown(samples) : white(samples);
    buffer.copyToChannel(closed(noise, FADE), channel);
  }
  known.set(colour, buffer);
  return buffer;
}

const chance = () => Math.random() * 2 - 1;

const white = (samples: number) => Float32Array.from({ length: samples }, chance);

function brown(samples: number) {
  let last = 0;
  return Float32Array.from({ length: samples }, () => {
    last = (last + 0.06 * chance()) / 1.005;
    return last * 3;
  });
}

/** Its beginning goes on from its end: a loop that clicks would be an alarm. */
export function closed(data: Float32Array<ArrayBuffer>, fade: number): Float32Array<ArrayBuffer> {
  const length = data.length - fade;
  const loop = data.slice(0, length);
  for (let i = 0; i < fade; i += 1) {
    const share = i / fade;
    loop[i] = (data[i] ?? 0) * share + (data[length + i] ?? 0) * (1 - share);
  }
  return loop;
}
