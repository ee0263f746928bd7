import type { AlertPriority } from '@sojourn/shared/session/alert';
import { BURSTS, type Burst } from './siren-model.ts';

/*
 * The chaperone's siren. One AudioContext for the page: browsers let it sound only after a person's
 * tap: on Join session, on the notice after a reload, or on an answer.
 */

let context: AudioContext | null = null;
const listeners = new Set<() => void>();

const changed = () => {
  for (const listener of listeners) listener();
};

/** Call in a tap or key press. */
export async function unlockSound(): Promise<void> {
  context ??= new AudioContext();
  context.addEventListener('statechange', changed);
  await context.resume();
  changed();
}

export const isSoundUnlocked = (): boolean => context?.state === 'running';

export function onSoundChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Sounds now and again until the returned function is called. */
export function sound(priority: AlertPriority): () => void {
  const burst = BURSTS[priority];
  if (!burst) return () => {};
  let stopPulses = play(burst);
  const timer = setInterval(() => {
    stopPulses();
    stopPulses = play(burst);
  }, burst.every);
  return () => {
    clearInterval(timer);
    stopPulses();
    navigator.vibrate?.(0);
  };
}

function play(burst: Burst): () => void {
  navigator.vibrate?.([...burst.vibration]);
  if (!context || context.state !== 'running') return () => {};
  const audio = context;
  const gain = audio.createGain();
  gain.gain.value = 0;
  gain.connect(audio.destination);
  // A fundamental with harmonics carries through a kitchen better than a pure tone.
  const voices = [1, 2, 3, 4].map((harmonic) => {
    const voice = audio.createOscillator();
    voice.frequency.value = burst.frequency * harmonic;
    const level = audio.createGain();
    level.gain.value = 0.5 / harmonic;
    voice.connect(level).connect(gain);
    voice.start();
    return voice;
  });
  const start = audio.currentTime + 0.02;
  for (const { at, length } of burst.pulses) {
    gain.gain.setValueAtTime(0, start + at);
    gain.gain.linearRampToValueAtTime(0.8, start + at + 0.02);
    gain.gain.setValueAtTime(0.8, start + at + length - 0.03);
    gain.gain.linearRampToValueAtTime(0, start + at + length);
  }
  return () => {
    for (const voice of voices) voice.stop();
    gain.disconnect();
  };
}
