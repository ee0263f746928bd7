import { noiseOf } from '../noise.ts';
import { breathAt } from './pacer-model.ts';

/** The loudest of it: a breath in a quiet room. */
const SOFT = 0.055;
/** s; how far ahead is written, so that a busy page does not stutter. */
const AHEAD = 1.5;

export interface BreathSound {
  /** @param elapsed ms since the first way in */
  follow: (elapsed: number, breathsPerMinute: number) => void;
  stop: () => void;
}

/** The sound of a breath, made here: a soft wind that rises on the way in and sinks on the way out. */
export function breathSound(audio: AudioContext): BreathSound {
  const wind = audio.createBufferSource();
  wind.buffer = noiseOf(audio);
  wind.loop = true;
  const colour = audio.createBiquadFilter();
  colour.type = 'bandpass';
  colour.frequency.value = 420;
  colour.Q.value = 0.7;
  const level = audio.createGain();
  level.gain.value = 0;
  wind.connect(colour).connect(level).connect(audio.destination);
  wind.start();
  let written = 0;
  return {
    follow(elapsed, pace) {
      if (audio.state !== 'running') return;
      const now = audio.currentTime;
      // After a pause of the page it begins from now.
      written = Math.max(written, now);
      while (written < now + AHEAD) {
        const at = elapsed + (written - now) * 1_000;
        const { full, going } = breathAt(at, pace);
        level.gain.linearRampToValueAtTime(SOFT * full, written);
        colour.frequency.linearRampToValueAtTime(
          going === 'in' ? 380 + 260 * full : 240 + 260 * full,
          written,
        );
        written += 0.1;
      }
    },
    stop() {
      const now = audio.currentTime;
      level.gain.cancelScheduledValues(now);
      level.gain.setTargetAtTime(0, now, 0.25);
      wind.stop(now + 1.5);
    },
  };
}
