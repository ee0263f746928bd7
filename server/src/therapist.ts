import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { personName, phoneNumber } from '@sojourn/shared/text';
import { addTherapist } from './auth/therapists.ts';
import { createSignInLink } from './auth/sign-in.ts';
import { readConfig } from './config.ts';
import { openDatabase } from './db/database.ts';
import { startLocalPostgres } from './db/local-postgres.ts';
import { migrate } from './db/migrate.ts';
import { createLogger } from './logger.ts';

/*
 * npm run therapist -- --name "Dr. Maya Ellis" --practice "Juniper Lane" [--phone "+1 303 555 0101"]
 *
 * Adds the therapist if they are not there yet, and prints a one-time sign-in link. The server may be
 * running or not.
 */

const { values } = parseArgs({
  options: {
    name: { type: 'string' },
    practice: { type: 'string' },
    phone: { type: 'string' },
  },
});

if (existsSync('.env')) process.loadEnvFile('.env');
const config = readConfig(process.env);
if (!config.ok) giveUp(config.faults.join('\n'));
const name = checked(personName('--name').safeParse(values.name ?? ''));
const practice = checked(personName('--practice').safeParse(values.practice ?? ''));
const phone = values.phone ? checked(phoneNumber('--phone').safeParse(values.phone)) : null;

const { databaseUrl, dataDir, logLevel, publicUrl } = config.value;
const local = databaseUrl
  ? null
  : await startLocalPostgres({ dataDir, log: createLogger(logLevel) });
const db = openDatabase(databaseUrl ?? local?.url ?? '');
await migrate(db);
const therapistId = await addTherapist(db, { name, practice, phone });
const link = await createSignInLink(db, therapistId, publicUrl, Date.now());
process.stdout.write(`${link}\n`);
await db.destroy();
// A database that a running server is using stays up.
if (local && !local.attached) await local.stop();
process.exit(0);

type Checked =
  | { success: true; data: string }
  | { success: false; error: { issues: { message: string }[] } };

function checked(result: Checked): string {
  return result.success
    ? result.data
    : giveUp(result.error.issues[0]?.message ?? 'Not understood.');
}

function giveUp(words: string): never {
  process.stderr.write(`${words}\n`);
  process.exit(1);
}
