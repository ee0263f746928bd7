import { createServer } from 'node:http';
import express from 'express';
import { startAlerting } from './alerting.ts';
import { authRoutes } from './auth/routes.ts';
import { createGate } from './auth/signed-in.ts';
import { createCareExecutor, type CareExecutor } from './care/execute.ts';
import { careRoutes } from './care/routes.ts';
import type { Config } from './config.ts';
import { openDatabase, type Database } from './db/database.ts';
import { migrate } from './db/migrate.ts';
import { errorHandler } from './http/errors.ts';
import { healthRoutes } from './http/health.ts';
import { createMetrics } from './http/metrics.ts';
import { sameOriginOnly, securityHeaders } from './http/security.ts';
import { builtWebApp, developmentWebApp } from './http/web-app.ts';
import { startBoss } from './jobs/boss.ts';
import type { Logger } from './logger.ts';
import { createRooms } from './media/rooms.ts';
import { mediaRoutes } from './media/routes.ts';
import type { LiveKitAccess } from './media/tokens.ts';
import { webhookRoutes } from './media/webhook.ts';
import { notifyRoutes } from './notify/routes.ts';
import type { VapidKeys } from './notify/vapid.ts';
import { rebuildStates } from './record/rebuild.ts';
import { recordRoutes } from './record/routes.ts';
import type { Sealer } from './record/seal.ts';
import { createWriter } from './record/writer.ts';
import { createExecutor, type Executor } from './session/execute.ts';
import { sessionRoutes } from './session/routes.ts';
import { attachSockets } from './session/socket.ts';
import { liveSessions, readSession } from './session/store.ts';
import { words } from '@sojourn/shared/words';

export interface Parts {
  config: Pick<Config, 'port' | 'host' | 'publicUrl' | 'push' | 'twilio' | 'watchPingUrl'>;
  database: { url: string };
  livekit: LiveKitAccess;
  /** Signs the records. */
  sealer: Sealer;
  vapidKeys: VapidKeys;
  /** ms since the epoch. */
  clock: () => number;
  logger: Logger;
  /** Serve the web app with hot reload instead of the built one. */
  dev: boolean;
}

export interface App {
  db: Database;
  executor: Executor;
  care: CareExecutor;
  clock: () => number;
  stop(): Promise<void>;
}

/** ms. An ended session's alerts can still be answered: its connections count, too. */
const A_DAY = 86_400_000;
/** How long after its end a session's rooms are still looked after, ms. */
const ROOMS_LINGER = 600_000;

/** Wires everything together and listens. Rejects with EADDRINUSE when the port is taken. */
export async function startApp({
  config,
  database,
  livekit,
  sealer,
  vapidKeys,
  clock,
  logger,
  dev,
}: Parts): Promise<App> {
  const db = openDatabase(database.url);
  await migrate(db);
  await rebuildStates(db);
  const boss = await startBoss(database.url, logger);
  const writer = createWriter(db, clock, sealer, boss);
  const executor = createExecutor(writer);
  const care = createCareExecutor(writer);
  const gate = createGate(db, clock);
  const rooms = createRooms(livekit, logger);
  const told = await care.tellAll();
  if (!told.ok) throw new Error('Sessions could not be told: the database cannot be reached.');
  // Whoever was connected was connected to the process before this one (PR3).
  for (const { sessionId } of await liveSessions(db, clock() - A_DAY)) {
    const reset = await executor.executeSystem(sessionId, { type: 'presence.reset' });
    if (!reset.ok) throw new Error('Presence could not be reset: the database cannot be reached.');
  }

  const live = () => liveSessions(db, clock() - ROOMS_LINGER);
  const metrics = createMetrics(live);
  const alerting = await startAlerting({
    config,
    db,
    boss,
    writer,
    executor,
    metrics,
    vapidKeys,
    logger,
    clock,
    live,
  });
  const { pulses } = alerting;

  const app = express();
  const http = createServer(app);
  const { publicUrl } = config;
  const sockets = attachSockets(http, {
    db,
    executor,
    writer,
    pulses,
    metrics,
    logger,
    clock,
    publicUrl,
    dev,
  });
  writer.onCommitted(rooms.follow);
  const stopWatching = rooms.watch(live);

  app.disable('x-powered-by');
  app.use(healthRoutes(db, rooms));
  app.use(metrics.routes);
  if (!dev) app.use(securityHeaders(livekit.url, publicUrl));
  app.use(
    '/api',
    sameOriginOnly(publicUrl),
    express.json({ limit: '256kb' }),
    (_req, res, next) => {
      res.setHeader('Cache-Control', 'no-store');
      next();
    },
  );
  app.use(
    authRoutes({
      db,
      writer,
      clock,
      publicUrl,
      onSignedOut: (secret) => sockets.endSignIn(secret),
      onPlaceTaken({ sessionId, role, placeHash }) {
        sockets.endOthers(sessionId, role, placeHash);
        if (role === 'chaperone') alerting.forgetPhone(sessionId);
        void readSession(db, sessionId).then((state) => state && rooms.evict(state, role));
      },
    }),
  );
  app.use(sessionRoutes({ db, gate, clock, publicUrl }));
  app.use(careRoutes({ db, gate, care, channels: alerting.channels, clock }));
  app.use(recordRoutes({ db, gate, sealer, clock }));
  app.use(
    webhookRoutes(livekit, logger, async (room) => {
      const session = (await live()).find(({ rooms }) => Object.values(rooms).includes(room));
      if (session) await rooms.settle(session);
    }),
  );
  app.use(
    notifyRoutes({
      db,
      executor,
      logger,
      clock,
      publicUrl,
      vapidPublicKey: vapidKeys.publicKey,
      pushHosts: config.push.hosts,
      twilio: config.twilio,
    }),
  );
  app.use(mediaRoutes({ db, rooms, livekit, clock, logger }));
  app.use('/api', (_request, response) => {
    response.status(404).json({ code: 'not_found', message: words('There is no such address.') });
  });
  app.use(dev ? await developmentWebApp(http) : builtWebApp());
  app.use(errorHandler(logger));

  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(config.port, config.host, resolve);
  });
  return {
    db,
    executor,
    care,
    clock,
    async stop() {
      stopWatching();
      await sockets.close();
      await alerting.stop();
      http.closeAllConnections();
      await db.destroy();
    },
  };
}
