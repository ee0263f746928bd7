import { describe, expect, it } from 'vitest';
import { levelOf, levelWords, measure, NO_LEVEL, rms, startLevel } from './level-model.ts';

describe('microphone level', () => {
  it('is 0 in silence, 1 at full loudness, and about half for a voice', () => {
    expect(levelOf(rms(new Float32Array(64)))).toBe(0);
    expect(levelOf(rms(new Float32Array(64).fill(1)))).toBe(1);
    expect(levelOf(0.03)).toBeGreaterThan(0.4);
    expect(levelOf(0.03)).toBeLessThan(0.8);
    expect(rms(new Float32Array(0))).toBe(0);
  });

  it('calls a microphone silent after six seconds without a voice, and takes it back at the first', () => {
    let state = startLevel(0);
    for (let now = 100; now <= 6_000; now += 100) state = measure(state, 0.0005, now);
    expect(state.silent).toBe(false);
    state = measure(state, 0.0005, 6_100);
    expect(state.silent).toBe(true);
    state = measure(state, 0.05, 6_200);
    expect(state).toMatchObject({ silent: false, heard: true });
  });

  it('says what the meter means', () => {
    expect(levelWords(false, NO_LEVEL)).toBe('Off: nobody hears you');
    expect(levelWords(true, NO_LEVEL)).toBe('Say a few words');
    expect(levelWords(true, { ...NO_LEVEL, heard: true })).toBe('We hear you');
    expect(levelWords(true, { ...NO_LEVEL, silent: true })).toBe('We hear nothing');
    expect(levelWords(true, { ...NO_LEVEL, needsTap: true })).toBe('Tap the screen to try it');
  });
});
