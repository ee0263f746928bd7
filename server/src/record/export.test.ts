import { readFileSync } from 'node:fs';
import { RecordExport } from '@sojourn/shared/http/record-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startTestSessions, type TestSessions } from '../session/test-sessions.ts';
import { recordSchema, SCHEMA_FILE } from './schema.ts';
import { closedRecord, entryAt, placeOf } from './test-record.ts';

let sessions: TestSessions;
let record: RecordExport;
beforeAll(async () => {
  sessions = await startTestSessions();
  record = await closedRecord(sessions);
});
afterAll(() => sessions.stop());

const documented: unknown = JSON.parse(readFileSync(SCHEMA_FILE, 'utf8'));
/** JSON Schema's patterns are Unicode; zod reads them as if they were not: they are left out. */
const schema = z.fromJSONSchema(
  JSON.parse(JSON.stringify(documented), (key, value: unknown) =>
    key === 'pattern' ? undefined : value,
  ) as Parameters<typeof z.fromJSONSchema>[0],
);

test('[RC1] docs/record.schema.json is the schema that the server exports by (else: npm run record:schema)', () => {
  expect(documented).toEqual(JSON.parse(JSON.stringify(recordSchema())));
});

test('[RC1] the export of a whole session has every event as it was recorded, with its hash, and its seals', async () => {
  const { sessionId } = record;
  const events = await sessions.db
    .selectFrom('event')
    .select(['recorded', 'hash'])
    .where('stream_id', '=', sessionId)
    .orderBy('seq')
    .execute();
  const seals = await sessions.db
    .selectFrom('seal')
    .select(['seq', 'signature'])
    .where('session_id', '=', sessionId)
    .orderBy('seq')
    .execute();
  expect(record.events.map(({ hash, ...event }) => [JSON.stringify(event), hash])).toEqual(
    events.map(({ recorded, hash }) => [recorded, hash]),
  );
  expect(record.seals.map(({ seq, signature }) => ({ seq, signature }))).toEqual(seals);
});

test('[RC1] every key of a real export is one that the schema documents', () => {
  expect(RecordExport.parse(record)).toEqual(record);
  expect(schema.safeParse(record).error).toBeUndefined();
});

test('[RC1] the schema is strict: a key that it does not name, or a value of another kind, is refused', () => {
  const place = placeOf(record, 'vitals.recorded');
  const ways: ((r: RecordExport) => unknown)[] = [
    (r) => Object.assign(r, { note: 'x' }),
    (r) => Object.assign(entryAt(r, place), { note: 'x' }),
    (r) => Object.assign(entryAt(r, place).event, { note: 'x' }),
    (r) => Object.assign(r.seals[0] ?? {}, { note: 'x' }),
    (r) => Reflect.deleteProperty(entryAt(r, place), 'hash'),
    (r) => Reflect.deleteProperty(entryAt(r, place).event, 'systolic'),
    (r) => Object.assign(entryAt(r, place).event, { systolic: 'high' }),
    (r) => Object.assign(entryAt(r, place), { actor: 'somebody' }),
    (r) => Object.assign(entryAt(r, place).event, { type: 'nothing.known' }),
  ];
  for (const [index, change] of ways.entries()) {
    const changed = structuredClone(record);
    change(changed);
    expect([index, schema.safeParse(changed).success]).toEqual([index, false]);
  }
});
