import { err, ok, type Result } from '@sojourn/shared/result';
import { Worker } from 'node:worker_threads';
import type { Drawing } from './render-worker.ts';

/** ms. A long session takes some seconds; what takes a minute would take many. */
const LONGEST = 60_000;
/** MB, so that no document takes the memory that alerts need. */
const MOST_MEMORY = 512;

/** `too_large`: not drawn within its time and memory. `left`: nobody waits for it any more. */
export type PdfFault = 'too_large' | 'left';

/**
 * The record as a document. Drawn on a thread of its own: pages take a second or more to lay out, and an
 * alert must not wait for them (AL1).
 */
export function recordPdf(
  drawing: Drawing,
  left: AbortSignal,
  longest = LONGEST,
): Promise<Result<Buffer, PdfFault>> {
  return new Promise((resolve, reject) => {
    if (left.aborted) return resolve(err('left'));
    const worker = new Worker(new URL('render-worker.ts', import.meta.url), {
      workerData: drawing,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
    });
    const giveUp = (fault: PdfFault) => {
      resolve(err(fault));
      void worker.terminate();
    };
    const leave = () => giveUp('left');
    const timer = setTimeout(() => giveUp('too_large'), longest);
    left.addEventListener('abort', leave);
    worker.once('message', (pdf: Uint8Array) => resolve(ok(Buffer.from(pdf))));
    worker.once('error', (error) =>
      isOutOfMemory(error) ? resolve(err('too_large')) : reject(error),
    );
    worker.once('exit', (code) => {
      clearTimeout(timer);
      left.removeEventListener('abort', leave);
      reject(new Error(`The PDF was not drawn (exit ${code})`));
    });
  });
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
