import type { RecordReply } from '@sojourn/shared/http/record-api';
import { replay } from '@sojourn/shared/session/evolve';
import type { RecordExport } from '@sojourn/shared/http/record-api';
import type { SessionState } from '@sojourn/shared/session/state';
import { Router, type Response } from 'express';
import type { Gate } from '../auth/signed-in.ts';
import type { Therapist } from '../auth/sign-in.ts';
import type { Database } from '../db/database.ts';
import { refuse } from '../http/errors.ts';
import { accessTo, noteAccess, type Looked } from './access.ts';
import { recordCsv } from './csv.ts';
import { exportRecord } from './export.ts';
import { createDesk } from './pdf/desk.ts';
import { recordPdf } from './pdf/record-pdf.ts';
import type { Sealer } from './seal.ts';
import { verifyRecord } from './verify.ts';
import { words } from '@sojourn/shared/words';

interface Parts {
  db: Database;
  gate: Gate;
  sealer: Sealer;
  clock: () => number;
}

const TOO_LARGE = {
  code: 'unavailable',
  message: words(
    'This record is too long to be drawn as a PDF. The JSON and the CSV hold everything that stands in it.',
  ),
};

/** A session's record: on screen, and as PDF, CSV and JSON. Every look is written down first (RC5). */
export function recordRoutes({ db, gate, sealer, clock }: Parts): Router {
  const routes = Router();
  const desk = createDesk();

  async function look(
    { therapistId }: Therapist,
    sessionId: string,
    what: Looked,
  ): Promise<RecordExport> {
    const at = clock();
    await noteAccess(db, { therapistId, sessionId, what, at });
    return exportRecord(db, sealer, sessionId, at);
  }

  const attach = (response: Response, sessionId: string, type: string) =>
    response
      .type(type)
      .setHeader('Content-Disposition', `attachment; filename="session-${sessionId}.${type}"`);

  routes.get(
    '/api/sessions/:sessionId/record',
    gate.ownSession(async (therapist, { params: { sessionId } }, response) => {
      const record = await look(therapist, sessionId, 'record');
      const intact = verifyRecord(record, ...sealer.publicKeys).holds;
      const access = await accessTo(db, { sessionId });
      response.json({ record, intact, access } satisfies RecordReply);
    }),
  );

  routes.get(
    '/api/sessions/:sessionId/record.json',
    gate.ownSession(async (therapist, { params: { sessionId } }, response) => {
      const record = await look(therapist, sessionId, 'record.json');
      attach(response, sessionId, 'json').send(`${JSON.stringify(record, null, 2)}\n`);
    }),
  );

  routes.get(
    '/api/sessions/:sessionId/record.csv',
    gate.ownSession(async (therapist, { params: { sessionId } }, response) => {
      const record = await look(therapist, sessionId, 'record.csv');
      attach(response, sessionId, 'csv').send(recordCsv(record));
    }),
  );

  routes.get(
    '/api/sessions/:sessionId/record.pdf',
    gate.ownSession(async (therapist, { params: { sessionId } }, response) => {
      const left = new AbortController();
      response.once('close', () => left.abort());
      const drawn = await desk.take(therapist.therapistId, left.signal, async () => {
        const record = await look(therapist, sessionId, 'record.pdf');
        const drawing = { record, state: stateOf(record), now: clock(), keys: sealer.publicKeys };
        return recordPdf(drawing, left.signal);
      });
      if (drawn?.ok) attach(response, sessionId, 'pdf').send(drawn.value);
      else if (drawn?.error === 'too_large') refuse(response, 503, TOO_LARGE);
    }),
  );

  return routes;
}

function stateOf({ events }: RecordExport): SessionState {
  const state = replay(events);
  if (state === null) throw new Error('A session without a record');
  return state;
}
