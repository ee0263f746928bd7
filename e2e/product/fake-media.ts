import { existsSync } from 'node:fs';
import { mkdir, open, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/*
 * What each persona's fake camera shows and fake microphone says, so that a test knows whose picture
 * and whose voice has arrived: a field of the role's colour with a moving white block, and a warbling
 * tone of the role's own pitch.
 */

export type Role = 'therapist' | 'client' | 'chaperone';

interface Signature {
  /** Full-range YUV of the field. */
  yuv: readonly [number, number, number];
  /** The same as it is read back from a canvas: which of r, g, b is strongest. */
  strongest: 'r' | 'g' | 'b';
  /** Hz */
  pitch: number;
}

export const SIGNATURES: Record<Role, Signature> = {
  therapist: { yuv: [80, 200, 100], strongest: 'b', pitch: 500 },
  client: { yuv: [120, 90, 60], strongest: 'g', pitch: 900 },
  chaperone: { yuv: [90, 100, 210], strongest: 'r', pitch: 1_500 },
};

const WIDTH = 320;
const HEIGHT = 240;
const FRAMES = 40;
const BLOCK = 60;
const SAMPLE_RATE = 48_000;
const SECONDS = 4;

export interface FakeMedia {
  video: string;
  audio: string;
}

/** Writes the files once and keeps them: y4m is large and slow to make. */
export async function fakeMedia(role: Role): Promise<FakeMedia> {
  const folder = join(tmpdir(), 'sojourn-fake-media-2');
  await mkdir(folder, { recursive: true });
  const video = join(folder, `${role}.y4m`);
  const audio = join(folder, `${role}.wav`);
  if (!existsSync(video)) await whole(video, (path) => writeVideo(path, SIGNATURES[role]));
  if (!existsSync(audio)) await whole(audio, (path) => writeFile(path, wave(SIGNATURES[role])));
  return { video, audio };
}

/** Never leaves half a file behind. */
async function whole(path: string, write: (path: string) => Promise<void>): Promise<void> {
  const part = `${path}.${process.pid}`;
  await write(part);
  await rename(part, path);
}

async function writeVideo(path: string, { yuv: [y, u, v] }: Signature): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.write(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420mpeg2\n`);
    const chroma = (WIDTH / 2) * (HEIGHT / 2);
    for (let frame = 0; frame < FRAMES; frame += 1) {
      const luma = Buffer.alloc(WIDTH * HEIGHT, y);
      const left = Math.round(((WIDTH - BLOCK) * frame) / FRAMES);
      for (let row = 90; row < 90 + BLOCK; row += 1) {
        luma.fill(235, row * WIDTH + left, row * WIDTH + left + BLOCK);
      }
      const planes = [luma, Buffer.alloc(chroma, u), Buffer.alloc(chroma, v)];
      await file.write(Buffer.concat([Buffer.from('FRAME\n'), ...planes]));
    }
  } finally {
    await file.close();
  }
}

/** A warble of ±4% four times a second and a swell twice a second: a steady tone would be filtered as noise. */
function wave({ pitch }: Signature): Buffer {
  const samples = SAMPLE_RATE * SECONDS;
  const data = Buffer.alloc(samples * 2);
  let phase = 0;
  for (let i = 0; i < samples; i += 1) {
    const t = i / SAMPLE_RATE;
    phase += (2 * Math.PI * pitch * (1 + 0.04 * Math.sin(2 * Math.PI * 4 * t))) / SAMPLE_RATE;
    const swell = 0.55 + 0.45 * Math.sin(2 * Math.PI * 2 * t);
    data.writeInt16LE(Math.round(0.6 * swell * Math.sin(phase) * 32_767), i * 2);
  }
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + data.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(SAMPLE_RATE, 24);
  header.writeUInt32LE(SAMPLE_RATE * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(data.length, 40);
  return Buffer.concat([header, data]);
}
