import type { AlertPriority } from '@sojourn/shared/session/alert';
import { BURSTS, type Burst } from './siren-model.ts';
import { soundState, type SoundState } from './sound-model.ts';

/*
 * The chaperone's siren. One AudioContext for the page: browsers let it sound only after a person's
 * tap: on Join session, on the notice after a reload, or on any other once it had been allowed.
 */

let context: AudioContext | null = null;
const listeners = new Set<() => void>();

const changed = () => {
  for (const listener of listeners) listener();
};

/** Call in a tap or key press. */
export async function unlockSound(): Promise<void> {
  context ??= opened();
  // A closed one never sounds again.
  if (context.state === 'closed') context = opened();
  await context.resume();
  changed();
}

function opened(): AudioContext {
  const fresh = new AudioContext();
  fresh.addEventListener('statechange', () => {
    changed();
    // A phone call takes the sound away; where the browser gives it back by itself, we take it at once.
    if (fresh.state !== 'running') void fresh.resume().catch(() => undefined);
  });
  return fresh;
}

/** What this page may do now; said by the browser, not remembered. */
export const currentSound = (): SoundState => soundState(context?.state ?? null);
export const isSoundUnlocked = (): boolean => currentSound() === 'on';

/** After an interruption any tap gives the sound back. */
export function resumeOnTaps(): () => void {
  const resume = () => {
    if (currentSound() === 'lost') void unlockSound();
  };
  window.addEventListener('pointerdown', resume, { capture: true, passive: true });
  document.addEventListener('visibilitychange', resume);
  return () => {
    window.removeEventListener('pointerdown', resume, { capture: true });
    document.removeEventListener('visibilitychange', resume);
  };
}

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
