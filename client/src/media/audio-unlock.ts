let context: AudioContext | null = null;

/** Absent in some browsers, whatever the types say. */
export const canSound = (): boolean => typeof globalThis.AudioContext === 'function';

/** The page's one AudioContext. Browsers keep it suspended until a tap. */
export function pageAudio(): AudioContext {
  if (!context) {
    context = new AudioContext();
    const resume = () => void context?.resume();
    // Every tap, not the first only: iOS suspends it again after a phone call.
    window.addEventListener('pointerdown', resume, { capture: true, passive: true });
    window.addEventListener('keydown', resume, { capture: true });
  }
  return context;
}

/** To be called in a tap: from then on this page may sound. */
export function unlockAudio(): void {
  if (canSound()) void pageAudio().resume();
}
