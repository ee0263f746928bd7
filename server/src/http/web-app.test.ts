import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtWebApp } from './web-app.ts';

const app = express();
const http = createServer(app);
let dist = '';
const get = (path: string) => {
  const { port } = http.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}${path}`);
};

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'web-app-'));
  await writeFile(join(dist, 'index.html'), '<p>page</p>');
  const manifest = { id: '/', name: 'Sojourn', start_url: '/' };
  await writeFile(join(dist, 'manifest.webmanifest'), JSON.stringify(manifest));
  app.use(builtWebApp(dist));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise((resolve) => http.close(resolve));
  await rm(dist, { recursive: true });
});

test('[EB2] what a guest installs is the same app, and opens at their session', async () => {
  expect(await (await get('/manifest.webmanifest')).json()).toMatchObject({ start_url: '/' });
  for (const role of ['client', 'chaperone']) {
    const response = await get(`/sessions/s_1/${role}.webmanifest`);
    expect(response.headers.get('content-type')).toMatch(/^application\/manifest\+json/);
    expect(await response.json()).toEqual({
      id: '/',
      name: 'Sojourn',
      start_url: `/sessions/s_1/${role}`,
    });
  }
  const odd = await get('/sessions/%2F%2Fevil.example/client.webmanifest');
  expect(await odd.json()).toMatchObject({ start_url: '/sessions/%2F%2Fevil.example/client' });
});

test('[EB2] nobody else has a manifest of their own: there the page answers', async () => {
  const response = await get('/sessions/s_1/somebody.webmanifest');
  expect(response.headers.get('content-type')).toMatch(/^text\/html/);
});
