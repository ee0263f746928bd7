import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { hashOf } from '../auth/secret.ts';
import { chainHash, chainRoot } from '../record/chain.ts';
import { openDatabase, type Database } from './database.ts';
import * as firstTables from './migrations/001-first-tables.ts';

/* Test support: a database as the first version of Sojourn left it, with its shapes of events and states. */

const BEGAN = Date.UTC(2026, 2, 2, 15, 0);
export const OLD = {
  therapistId: 't_old',
  /** In Ready: all three let in, an alert open, the chaperone's link still unused. */
  ready: 's_ready',
  /** Still in its first phase, which was Setup then. */
  first: 's_first',
  /** Dosed and closed, with a browser that went after the closing. */
  closed: 's_closed',
  clientSecret: 'C'.repeat(43),
  chaperoneToken: 'T'.repeat(43),
  /** The press that raised the open alert, and the revision that it led to. */
  press: { commandId: '7f3c1f0e-3f4b-4c55-9a55-0d6b5a0f7a11', revision: 9 },
};

type Event = { type: string; [key: string]: unknown };
type Line = [actor: string, event: Event, commandId?: string];

const created = (sessionId: string): Line => [
  'therapist',
  {
    type: 'session.created',
    sessionId,
    kind: 'dosing',
    practiceName: 'Juniper Lane',
    scheduledAt: BEGAN,
    people: {
      therapist: { name: 'Maya', phone: '+13035550101', mediaIdentity: `p_t_${sessionId}` },
      client: { name: 'Robin', phone: null, mediaIdentity: `p_c_${sessionId}` },
      chaperone: { name: 'Sam', phone: '+13035550147', mediaIdentity: `p_s_${sessionId}` },
    },
    rooms: { opening: `r_1${sessionId}`, therapy: `r_2${sessionId}`, closing: `r_3${sessionId}` },
  },
];
const ALL_IN: Line[] = [
  ['system', { type: 'presence.connected', role: 'client', connectionId: 'c-1' }],
  ['client', { type: 'lobby.entered', role: 'client', name: 'Robin', phone: '+13035550111' }],
  ['therapist', { type: 'participant.admitted', role: 'client' }],
  ['system', { type: 'presence.connected', role: 'chaperone', connectionId: 's-1' }],
  ['chaperone', { type: 'lobby.entered', role: 'chaperone', name: 'Sam', phone: null }],
  ['therapist', { type: 'participant.admitted', role: 'chaperone' }],
  ['therapist', { type: 'phase.entered', phase: 'ready' }],
];
const ALERT: Event = {
  type: 'alert.raised',
  alertId: OLD.press.commandId,
  kind: 'help',
  priority: 'high',
  reason: null,
  by: 'client',
};
const entered = (...phases: string[]): Line[] =>
  phases.map((phase) => ['therapist', { type: 'phase.entered', phase }]);
const RECORDS: Record<string, Line[]> = {
  [OLD.first]: [created(OLD.first)],
  [OLD.ready]: [created(OLD.ready), ...ALL_IN, ['client', ALERT, OLD.press.commandId]],
  [OLD.closed]: [
    created(OLD.closed),
    ...ALL_IN,
    ['therapist', { type: 'dose.started' }],
    ['client', { type: 'dose.client_ready' }],
    ['client', { type: 'dose.taken' }],
    ['client', { type: 'phase.entered', phase: 'hold' }],
    ...entered('onset', 'journey', 'return', 'integration', 'release', 'closed'),
    ['system', { type: 'presence.disconnected', role: 'client', connectionId: 'c-1' }],
  ],
};

/** As much of the old state as the migration looks at; its shape is not today's. */
const stateOf = (sessionId: string, phase: string, revision: number) => ({
  sessionId,
  revision,
  kind: 'dosing',
  phase,
  dose: { startedAt: null, clientReadyAt: null, t0: null },
  people: { client: { name: 'Robin' } },
});

async function write(db: Database, sessionId: string, phase: string): Promise<void> {
  let hash = chainRoot(sessionId);
  const rows = (RECORDS[sessionId] ?? []).map(([actor, event, commandId = null], index) => {
    const seq = index + 1;
    const recorded = JSON.stringify({ seq, at: BEGAN + seq * 60_000, actor, commandId, event });
    hash = chainHash(hash, recorded);
    return { seq, type: event.type, recorded, hash };
  });
  const state = JSON.stringify(stateOf(sessionId, phase, rows.length));
  const headAt = BEGAN + rows.length * 60_000;
  await sql`
    insert into session (session_id, therapist_id, revision, state, head_hash, head_at, is_open, scheduled_at)
    values (${sessionId}, ${OLD.therapistId}, ${rows.length}, ${state}, ${hash}, ${headAt},
      ${phase !== 'closed'}, ${BEGAN})`.execute(db);
  for (const row of rows) {
    await sql`insert into event (session_id, seq, type, recorded, hash)
      values (${sessionId}, ${row.seq}, ${row.type}, ${row.recorded}, ${row.hash})`.execute(db);
  }
}

/** @param now ms since the epoch: the links and places are of this time */
export async function fillOldDatabase(url: string, now: number): Promise<void> {
  const db = openDatabase(url);
  const getMigrations = () => Promise.resolve({ '001-first-tables': firstTables });
  const { error } = await new Migrator({ db, provider: { getMigrations } }).migrateToLatest();
  if (error) throw error;
  await sql`insert into practice values ('pr_old', 'Juniper Lane')`.execute(db);
  await sql`insert into therapist values (${OLD.therapistId}, 'pr_old', 'Maya', '+13035550101')`.execute(
    db,
  );
  await write(db, OLD.first, 'setup');
  await write(db, OLD.ready, 'ready');
  await write(db, OLD.closed, 'closed');
  const { commandId, revision } = OLD.press;
  await sql`insert into command values (${OLD.ready}, ${commandId}, ${revision})`.execute(db);
  const inADay = now + 86_400_000;
  await sql`insert into invite values
    ('inv_1', ${OLD.ready}, 'chaperone', ${hashOf(OLD.chaperoneToken)}, ${now}, ${inADay}, null, null)`.execute(
    db,
  );
  await sql`insert into place values
    (${hashOf(OLD.clientSecret)}, ${OLD.ready}, 'client', 'req_1', ${now}, null, ${now}, ${inADay})`.execute(
    db,
  );
  await db.destroy();
}

/** What the first version kept, as it stands in the tables of either version. */
export async function keptIn(url: string) {
  const db = openDatabase(url);
  const tables = ['event', 'command', 'invite', 'place', 'practice', 'therapist'];
  const kept: Record<string, unknown[]> = {};
  for (const table of tables) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(
      db,
    );
    // The name of a column is not what is kept in it.
    kept[table] = rows
      .map((row) =>
        Object.values(row)
          .map(String)
          .slice(0, table === 'practice' ? 2 : undefined),
      )
      .toSorted((a, b) => a.join().localeCompare(b.join()));
  }
  await db.destroy();
  return kept;
}
