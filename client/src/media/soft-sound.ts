import { canSound, pageAudio } from './audio-unlock.ts';

/** ms: a note that comes later says nothing any more. */
const TIMELY = 1_000;

/**
 * Two soft notes, never on the client's side. Silent until the page has had a tap: the words stay anyway. By the
 * page's one context, which every tap gives its voice back: one of its own would stay mute on an iPhone.
 */
export async function softSound(): Promise<void> {
  if (!canSound()) return;
  const context = pageAudio();
  if (context.state !== 'running') {
    await Promise.race([context.resume(), new Promise((over) => setTimeout(over, TIMELY))]);
  }
  if (context.state !== 'running') return;
  const start = context.currentTime + 0.02;
  for (const [index, frequency] of [523.25, 659.25].entries()) {
    const note = context.createOscillator();
    const level = context.createGain();
    const at = start + index * 0.22;
    note.frequency.value = frequency;
    level.gain.setValueAtTime(0, at);
    level.gain.linearRampToValueAtTime(0.12, at + 0.04);
    level.gain.exponentialRampToValueAtTime(0.0001, at + 0.9);
    note.connect(level).connect(context.destination);
    note.start(at);
    note.stop(at + 1);
  }
}
