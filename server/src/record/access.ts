import type { AccessEntry } from '@sojourn/shared/http/record-api';
import type { Database } from '../db/database.ts';

/** What was looked at. `record`: on screen; the others were taken out of the house. */
export type Looked = AccessEntry['what'];

interface Look {
  therapistId: string;
  what: Looked;
  clientId?: string;
  sessionId?: string;
  at: number;
}

/** Writes down who looks, before they see anything (RC5). */
export async function noteAccess(db: Database, look: Look): Promise<void> {
  await db
    .insertInto('access')
    .values({
      at: look.at,
      therapist_id: look.therapistId,
      client_id: look.clientId ?? null,
      session_id: look.sessionId ?? null,
      what: look.what,
    })
    .execute();
}

/** The therapist's live screen of a session that is over shows its record: that is a look, too (RC5). */
export async function noteScreenAfterEnd(
  db: Database,
  sessionId: string,
  at: number,
): Promise<void> {
  await db
    .insertInto('access')
    .columns(['at', 'therapist_id', 'session_id', 'what'])
    .expression((of) =>
      of
        .selectFrom('session')
        .select((row) => [
          row.val(at).as('at'),
          'therapist_id',
          'session_id',
          row.val<Looked>('record').as('what'),
        ])
        .where('session_id', '=', sessionId)
        .where('is_open', '=', false),
    )
    .execute();
}

/** Who looked at this session's record, or at this client's, newest first. */
export async function accessTo(
  db: Database,
  of: { sessionId: string } | { clientId: string },
): Promise<AccessEntry[]> {
  const [column, id] =
    'sessionId' in of
      ? (['session_id', of.sessionId] as const)
      : (['client_id', of.clientId] as const);
  const rows = await db
    .selectFrom('access')
    .innerJoin('therapist', 'therapist.therapist_id', 'access.therapist_id')
    .select(['access.at', 'access.what', 'therapist.name'])
    .where(column, '=', id)
    .orderBy('access_id', 'desc')
    .limit(200)
    .execute();
  return rows.map(({ at, what, name }) => ({ at, what: what as Looked, who: name }));
}
