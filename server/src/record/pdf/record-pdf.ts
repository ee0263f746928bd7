import type { RecordExport } from '@sojourn/shared/http/record-api';
import type { SessionState } from '@sojourn/shared/session/state';
import { Worker } from 'node:worker_threads';
import type { Drawing } from './render-worker.ts';

let before: Promise<unknown> = Promise.resolve();

/**
 * The record as a document. Drawn on a thread of its own, one at a time: pages take a second or more to
 * lay out, and an alert of another session must not wait for them (AL1).
 * @param now ms since the epoch
 */
export function recordPdf(record: RecordExport, state: SessionState, now: number): Promise<Buffer> {
  const drawn = before.then(() => draw({ record, state, now }));
  before = drawn.catch(() => null);
  return drawn;
}

function draw(drawing: Drawing): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('render-worker.ts', import.meta.url), {
      workerData: drawing,
    });
    worker.once('message', (pdf: Uint8Array) => resolve(Buffer.from(pdf)));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The PDF was not drawn (exit ${code})`)));
  });
}
