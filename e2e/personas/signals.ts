import { expect, type Page } from '@playwright/test';
import { SIGNATURES, type Role } from '../product/fake-media.ts';

/** What stands in a remote person's picture: the strongest colour of its field, and whether it moves. */
async function lookAt(page: Page, role: Role): Promise<{ strongest: string; moves: boolean }> {
  return page.evaluate(async (of) => {
    const video = document.querySelector<HTMLVideoElement>(`video[data-participant-role="${of}"]`);
    if (!video || video.videoWidth === 0) return { strongest: 'none', moves: false };
    const canvas = document.createElement('canvas');
    canvas.width = 64;
    canvas.height = 48;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no canvas');
    const frame = () => {
      context.drawImage(video, 0, 0, 64, 48);
      return context.getImageData(0, 0, 64, 48).data;
    };
    const first = frame();
    // The top rows are field only: the moving block never reaches them.
    const sum = { r: 0, g: 0, b: 0 };
    for (let i = 0; i < 64 * 8 * 4; i += 4) {
      sum.r += first[i] ?? 0;
      sum.g += first[i + 1] ?? 0;
      sum.b += first[i + 2] ?? 0;
    }
    const [strongest = 'none'] = Object.entries(sum).toSorted((a, b) => b[1] - a[1])[0] ?? [];
    await new Promise((resolve) => setTimeout(resolve, 500));
    const second = frame();
    let changed = 0;
    first.forEach((value, i) => {
      if (Math.abs(value - (second[i] ?? 0)) > 40) changed += 1;
    });
    return { strongest, moves: changed > 40 };
  }, role);
}

/** A moving picture of this very person: decoded frames by their content, not a tile that exists. */
export async function expectSees(page: Page, role: Role, timeout = 15_000): Promise<void> {
  await expect
    .poll(() => lookAt(page, role), { timeout, message: `the moving picture of the ${role}` })
    .toEqual({ strongest: SIGNATURES[role].strongest, moves: true });
}

/** Loudness and pitch of what arrives from this person, over one second. */
async function listenTo(page: Page, role: Role): Promise<{ pitch: number; level: number }> {
  return page.evaluate(async (of) => {
    const element = document.querySelector<HTMLAudioElement>(
      `audio[data-participant-role="${of}"]`,
    );
    const stream = element?.srcObject;
    if (!(stream instanceof MediaStream)) return { pitch: 0, level: 0 };
    const audio = new AudioContext();
    await audio.resume();
    const analyser = audio.createAnalyser();
    analyser.fftSize = 4096;
    audio.createMediaStreamSource(stream).connect(analyser);
    const spectrum = new Float32Array(analyser.frequencyBinCount);
    let best = { pitch: 0, level: -200 };
    for (let i = 0; i < 10; i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      analyser.getFloatFrequencyData(spectrum);
      spectrum.forEach((level, bin) => {
        const pitch = (bin * audio.sampleRate) / analyser.fftSize;
        if (pitch > 200 && level > best.level) best = { pitch, level };
      });
    }
    await audio.close();
    return best;
  }, role);
}

/** Hears this very person: the role's own pitch (±10%), well above silence (dB). */
export async function expectHears(page: Page, role: Role, timeout = 15_000): Promise<void> {
  const { pitch } = SIGNATURES[role];
  await expect(async () => {
    const heard = await listenTo(page, role);
    expect(heard.level).toBeGreaterThan(-60);
    expect(Math.abs(heard.pitch - pitch) / pitch).toBeLessThan(0.1);
  }).toPass({ timeout });
}

export async function expectNoMedia(page: Page): Promise<void> {
  await expect(
    page.locator('video[data-participant-role], audio[data-participant-role]'),
  ).toHaveCount(0);
}

/** From now on counts the tones that this page starts: real oscillators, not a flag of ours. */
export async function countPulses(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = { started: 0 };
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (this: OscillatorNode, when?: number) {
      counted.started += 1;
      start.call(this, when);
    };
    Object.assign(globalThis, { counted });
  });
  return () =>
    page.evaluate(
      () => (globalThis as unknown as { counted: { started: number } }).counted.started,
    );
}
