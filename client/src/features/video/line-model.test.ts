import { expect, test } from 'vitest';
import { lineModel } from './line-model.ts';

const facts: Parameters<typeof lineModel>[0] = {
  role: 'therapist',
  other: 'Sam',
  client: 'Robin',
  withClient: true,
  talking: false,
  state: { name: 'live' },
  otherHere: true,
  otherTalks: false,
  sending: false,
  fault: null,
  microphone: { status: 'live' },
};
const line = (change: Partial<typeof facts> = {}) => lineModel({ ...facts, ...change });
const held = { talking: true, sending: true, microphone: { status: 'off' } } as const;

test('[LN1] one tap is offered, and who waits on the line is said', () => {
  expect(line()).toMatchObject({ name: 'idle', button: 'Talk with Sam', share: null });
  expect(line({ otherTalks: true })).toMatchObject({ name: 'rings', button: 'Join Sam' });
});

test('[LN1] it is never left to guess whether the client hears it', () => {
  const alone = line(held);
  expect(alone.secrecy).toBe('Robin does not hear you now.');
  expect(alone.share).toEqual({ shared: false, words: 'Let Robin hear you, too' });
  const shared = line({ ...held, microphone: { status: 'live' } });
  expect(shared.secrecy).toBe('Robin hears you, too.');
  expect(shared.share).toEqual({ shared: true, words: 'Talk with Sam only' });
  // The chaperone in the journey is in no room with the client.
  expect(line({ ...held, withClient: false })).toMatchObject({ secrecy: null, share: null });
});

test('[LN1] it says that they talk only when both are heard', () => {
  const both = { ...held, otherTalks: true };
  expect(line(both)).toMatchObject({ name: 'talking', button: 'Hang up' });
  expect(line({ ...both, sending: false }).name).toBe('opening');
  expect(line({ ...both, state: { name: 'reconnecting', since: 0 } }).name).toBe('opening');
  expect(line({ ...both, state: { name: 'waiting_for_server', since: 0 } }).words).toContain(
    'does not answer',
  );
  expect(line(held)).toMatchObject({ name: 'alone' });
  expect(line({ ...held, otherHere: false }).words).toContain('not there');
  expect(line({ ...both, fault: 'no_device', sending: false }).words).toContain(
    'Sam cannot hear you',
  );
});
