let context: AudioContext | null = null;

/** Two soft notes, for the therapist only. Silent until the page has had a tap: the words stay anyway. */
export async function softSound(): Promise<void> {
  context ??= new AudioContext();
  if (context.state !== 'running') await context.resume();
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
