const made = new WeakMap<BaseAudioContext, AudioBuffer>();
/** s; long enough that nobody hears it come round. */
const LENGTH = 8;

/** Soft (brown) noise: the ground of breath, rain and sea. Made once for the page. */
export function noiseOf(audio: BaseAudioContext): AudioBuffer {
  const known = made.get(audio);
  if (known) return known;
  const samples = Math.floor(audio.sampleRate * LENGTH);
  const buffer = audio.createBuffer(2, samples, audio.sampleRate);
  for (let channel = 0; channel < 2; channel += 1) {
    buffer.copyToChannel(brown(samples), channel);
  }
  made.set(audio, buffer);
  return buffer;
}

/** Its end runs into its beginning: a loop that clicks would be an alarm. */
function brown(samples: number): Float32Array<ArrayBuffer> {
  const data = new Float32Array(samples);
  let last = 0;
  for (let i = 0; i < samples; i += 1) {
    last = (last + 0.06 * (Math.random() * 2 - 1)) / 1.005;
    data[i] = last * 3;
  }
  const fade = Math.min(4_096, Math.floor(samples / 4));
  for (let i = 0; i < fade; i += 1) {
    const share = i / fade;
    const end = samples - fade + i;
    data[end] = (data[end] ?? 0) * (1 - share) + (data[i] ?? 0) * share;
  }
  return data;
}
