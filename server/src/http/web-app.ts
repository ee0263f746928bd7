import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import express, { Router } from 'express';

const CLIENT = fileURLToPath(new URL('../../../client/', import.meta.url));

/** The built web app: hashed assets for ever, the page itself never from a cache. */
export function builtWebApp(dist = `${CLIENT}dist`): Router {
  const routes = Router();
  routes.use(
    '/assets',
    express.static(`${dist}/assets`, {
      fallthrough: false,
      immutable: true,
      maxAge: '365d',
    }),
  );
  routes.use(express.static(dist, { index: false }));
  // Without a first page of its own a browser installs nothing. It leads where this page stands already.
  routes.get('/sessions/:sessionId/:manifest.webmanifest', async (request, response, next) => {
    const { sessionId, manifest: as } = request.params;
    if (as !== 'client' && as !== 'chaperone') return next();
    const app = JSON.parse(await readFile(`${dist}/manifest.webmanifest`, 'utf8')) as object;
    const start = `/sessions/${encodeURIComponent(sessionId)}/${as}`;
    response.type('application/manifest+json').send(JSON.stringify({ ...app, start_url: start }));
  });
  routes.get('/{*path}', (request, response, next) => {
    if (request.path.startsWith('/api/')) return next();
    if (!existsSync(`${dist}/index.html`)) {
      return void response.status(503).type('text').send('The web app is not built: npm run build');
    }
    response.setHeader('Cache-Control', 'no-store');
    response.sendFile('index.html', { root: dist });
  });
  return routes;
}

/** The web app with hot reload, on the same port. */
export async function developmentWebApp(http: Server): Promise<Router> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    root: CLIENT,
    appType: 'spa',
    server: { middlewareMode: true, hmr: { server: http } },
  });
  const routes = Router();
  routes.use(vite.middlewares);
  return routes;
}
