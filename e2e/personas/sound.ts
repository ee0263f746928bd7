import type { BrowserContext, Page } from '@playwright/test';

/* What leaves a page's audio graphs for the loudspeaker, measured where they end. */

/** For the pages that this context loads from now on. */
export async function listenAtTheEnd(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const ears: AnalyserNode[] = [];
    const connect = AudioNode.prototype.connect as (
      this: AudioNode,
      ...to: [AudioNode, number?, number?]
    ) => AudioNode;
    Object.assign(AudioNode.prototype, {
      connect(this: AudioNode, ...to: [AudioNode, number?, number?]) {
        if (to[0] instanceof AudioDestinationNode) {
          const ear = this.context.createAnalyser();
          ear.fftSize = 2_048;
          ears.push(ear);
          connect.call(this, ear);
        }
        return connect.apply(this, to);
      },
    });
    const loudness = () => {
      const samples = new Float32Array(2_048);
      let sum = 0;
      for (const ear of ears) {
        ear.getFloatTimeDomainData(samples);
        for (const sample of samples) sum += sample * sample;
      }
      return Math.sqrt(sum / samples.length);
    };
    Object.assign(globalThis, { loudness });
  });
}

/** Root mean square, in the mean of one second. */
export const loudnessOf = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const { loudness } = globalThis as unknown as { loudness: () => number };
    let sum = 0;
    for (let look = 0; look < 20; look += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      sum += loudness();
    }
    return sum / 20;
  });

const RATE = 8_000;

/** A steady tone: what changes in its loudness is the page's doing. */
export function toneFile(seconds: number): Buffer {
  const data = Buffer.alloc(RATE * seconds);
  for (let i = 0; i < data.length; i += 1) {
    data[i] = 128 + Math.round(80 * Math.sin((2 * Math.PI * 330 * i) / RATE));
  }
  return Buffer.concat([waveHeader(data.length), data]);
}

/** Of 8-bit mono sound. */
export function waveHeader(bytes: number): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + bytes, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(bytes, 40);
  return header;
}

/** Bytes of so many hours of such sound. */
export const hoursOf = (hours: number): number => RATE * 3_600 * hours;
