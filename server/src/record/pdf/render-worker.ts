import type { RecordExport } from '@sojourn/shared/http/record-api';
import type { SessionState } from '@sojourn/shared/session/state';
import { parentPort, workerData } from 'node:worker_threads';
import { drawRecord } from './draw-record.ts';

export interface Drawing {
  record: RecordExport;
  state: SessionState;
  now: number;
  /** Whose seals are believed, SPKI in base64. */
  keys: readonly string[];
}

const pdf = Uint8Array.from(await drawRecord(workerData as Drawing));
parentPort?.postMessage(pdf, [pdf.buffer]);
