import { Migrator } from 'kysely/migration';
import type { Database } from './database.ts';
import * as firstTables from './migrations/001-first-tables.ts';
import * as courseOfCare from './migrations/002-course-of-care.ts';
import * as alerts from './migrations/003-alerts.ts';

/** Brings the schema up to date; safe when several servers start at once (Kysely takes a lock). */
export async function migrate(db: Database): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: () =>
        Promise.resolve({
          '001-first-tables': firstTables,
          '002-course-of-care': courseOfCare,
          '003-alerts': alerts,
        }),
    },
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
