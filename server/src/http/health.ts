import { Router } from 'express';
import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import type { Rooms } from '../media/rooms.ts';

/** `/healthz`: the process is up. `/readyz`: so are the database and LiveKit, each named. */
export function healthRoutes(db: Database, rooms: Rooms): Router {
  const routes = Router();
  routes.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  routes.get('/readyz', async (_request, response) => {
    const [database, livekit] = await Promise.all([databaseReachable(db), rooms.reachable()]);
    const word = (reachable: boolean) => (reachable ? 'ok' : 'unreachable');
    response.status(database && livekit ? 200 : 503).json({
      status: database && livekit ? 'ok' : 'unavailable',
      database: word(database),
      livekit: word(livekit),
    });
  });
  return routes;
}

async function databaseReachable(db: Database): Promise<boolean> {
  try {
    await sql`select 1`.execute(db);
    return true;
  } catch {
    return false;
  }
}
