import type { RecordExport } from '@sojourn/shared/http/record-api';
import type { SessionState } from '@sojourn/shared/session/state';
import { parentPort, workerData } from 'node:worker_threads';
import { drawRecord } from './draw-record.ts';

export interface Drawing {
  record: RecordExport;
  state: SessionState;
  now: number;
}

const { record, state, now } = workerData as Drawing;
const pdf = Uint8Array.from(await drawRecord(record, state, now));
parentPort?.postMessage(pdf, [pdf.buffer]);
