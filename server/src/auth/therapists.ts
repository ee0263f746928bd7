import type { Database } from '../db/database.ts';
import { newId } from './secret.ts';

interface NewTherapist {
  name: string;
  /** Name of their practice, made if it is not there. */
  practice: string;
  phone: string | null;
}

/** The therapist of this name in this practice, added if new. Returns the therapist's ID. */
export function addTherapist(
  db: Database,
  { name, practice, phone }: NewTherapist,
): Promise<string> {
  return db.transaction().execute(async (trx) => {
    const known = await trx
      .selectFrom('therapist')
      .innerJoin('practice', 'practice.practice_id', 'therapist.practice_id')
      .select('therapist_id')
      .where('therapist.name', '=', name)
      .where('practice.name', '=', practice)
      .executeTakeFirst();
    if (known) return known.therapist_id;
    const house = await trx
      .selectFrom('practice')
      .select('practice_id')
      .where('name', '=', practice)
      .executeTakeFirst();
    const practiceId = house?.practice_id ?? newId('pr');
    if (!house) {
      await trx
        .insertInto('practice')
        .values({ practice_id: practiceId, name: practice })
        .execute();
    }
    const therapistId = newId('t');
    await trx
      .insertInto('therapist')
      .values({ therapist_id: therapistId, practice_id: practiceId, name, phone })
      .execute();
    return therapistId;
  });
}
