import { Migrator } from 'kysely/migration';
import type { Database } from './database.ts';
import * as firstTables from './migrations/001-first-tables.ts';

/** Brings the schema up to date; safe when several servers start at once (Kysely takes a lock). */
export async function migrate(db: Database): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ '001-first-tables': firstTables }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
