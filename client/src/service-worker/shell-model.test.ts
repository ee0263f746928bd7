import { expect, test } from 'vitest';
import { answerFor, isNoAnswer } from './shell-model.ts';

const HERE = 'https://sojourn.example';
const ask = (path: string, change: { method?: string; mode?: string } = {}) =>
  answerFor({ method: 'GET', mode: 'cors', url: new URL(path, HERE).href, ...change }, HERE);

test('[EC3] a page of ours opens without a network, and with one comes from it', () => {
  expect(ask('/sessions/s_1/chaperone', { mode: 'navigate' })).toBe('page');
  expect(ask('/assets/index-abc.js')).toBe('asset');
});

test('[EC3 SC1] what the server says is never kept nor answered for, however it is asked', () => {
  for (const path of ['/api/me', '/api/sessions/s_1/media', '/socket.io/?EIO=4']) {
    expect(ask(path)).toBe('network');
    expect(ask(path, { mode: 'navigate' })).toBe('network');
  }
  expect(ask('/assets/index-abc.js', { method: 'POST' })).toBe('network');
  expect(ask('/sessions/s_1', { mode: 'navigate', method: 'POST' })).toBe('network');
});

test('[EC3] another site is none of its business', () => {
  expect(ask('https://livekit.example/assets/a.js')).toBe('network');
});

test('[EC3] a proxy before a dead server is no network; a refusal of ours is an answer', () => {
  expect([502, 503, 504].every(isNoAnswer)).toBe(true);
  expect([200, 304, 403, 404, 500].some(isNoAnswer)).toBe(false);
});
