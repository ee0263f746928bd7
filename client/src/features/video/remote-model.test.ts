import { describe, expect, it } from 'vitest';
import {
  isAwaited,
  tileModel,
  type RemotePerson,
  type ShownTrack,
  type TileFacts,
} from './remote-model.ts';

const track: ShownTrack = { attach: (element) => element, detach: (element) => element };
const here: RemotePerson = {
  video: track,
  audio: track,
  cameraOff: false,
  muted: false,
  link: 'good',
};
const tile = (facts: Partial<TileFacts>) =>
  tileModel({
    state: { name: 'live' },
    name: 'Robin',
    role: 'client',
    connected: true,
    remote: here,
    frozen: false,
    ...facts,
  });

describe('what a tile says', () => {
  it('says nothing over a picture that is live', () => {
    expect(tile({})).toEqual({ picture: true, words: null, over: false, trouble: false });
  });

  it.each<[string, Partial<TileFacts>]>([
    ['the picture stands still', { frozen: true }],
    ['their connection is lost', { remote: { ...here, link: 'lost' } }],
    ['we are reconnecting', { state: { name: 'reconnecting', since: 0 } }],
  ])('never lets a dead picture pass for a person who lies still: %s', (_, facts) => {
    expect(tile(facts)).toMatchObject({ picture: true, over: true, trouble: true });
    expect(tile(facts).words).toMatch(/^Not live/);
  });

  it('tells a camera that is off from a picture that has not come, and from a person who is not there', () => {
    const off = { ...here, video: null, cameraOff: true };
    expect(tile({ remote: off }).words).toBe('Camera is off');
    expect(tile({ remote: { ...off, cameraOff: false } }).words).toBe('Picture is on its way…');
    expect(tile({ remote: undefined }).words).toBe('Robin is here. Their video is connecting…');
    expect(tile({ remote: undefined, connected: false }).words).toBe('Robin is not connected');
  });

  it.each(['off', 'joining', 'moved'] as const)('shows no picture while %s', (name) => {
    expect(tile({ state: { name } })).toMatchObject({ picture: false });
  });

  it('names somebody who has no name yet by their part', () => {
    expect(tile({ name: '', role: 'chaperone', remote: undefined, connected: false }).words).toBe(
      'The chaperone is not connected',
    );
  });
});

it('awaits what is sent and has not come, and nothing that is off', () => {
  expect(isAwaited(here)).toBe(false);
  expect(isAwaited({ ...here, video: null })).toBe(true);
  expect(isAwaited({ ...here, audio: null })).toBe(true);
  expect(isAwaited({ ...here, video: null, cameraOff: true, audio: null, muted: true })).toBe(
    false,
  );
});
