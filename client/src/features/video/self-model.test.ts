import { describe, expect, it } from 'vitest';
import { cameraControl, mediaThere, microphoneControl, selfWords } from './self-model.ts';

const on = { on: true, held: false, status: 'live' } as const;
const off = { on: false, held: false, status: 'off' } as const;
const failed = { on: true, held: false, status: 'failed' } as const;

describe('controls', () => {
  it('are named by what a press does', () => {
    expect(microphoneControl(on).label).toBe('Mute microphone');
    expect(microphoneControl(off).label).toBe('Unmute microphone');
    expect(cameraControl(on).label).toBe('Turn camera off');
    expect(cameraControl(off).label).toBe('Turn camera on');
  });
  it('LN1 say that the room hears nothing while the microphone is kept for the line', () => {
    expect(microphoneControl({ on: true, held: true, status: 'off' }).label).toBe(
      'Unmute microphone',
    );
  });
  it('contain their visible word in their name', () => {
    for (const { label, word } of [on, off].flatMap((d) => [
      microphoneControl(d),
      cameraControl(d),
    ])) {
      expect(label.toLowerCase()).toContain(word.toLowerCase());
    }
  });
  it('offer to try again when a device failed', () => {
    expect(cameraControl(failed)).toMatchObject({ off: true, label: 'Turn camera on' });
  });
});

describe('the self-view', () => {
  const words = (facts: Partial<Parameters<typeof selfWords>[0]>) =>
    selfWords({
      state: 'live',
      camera: on,
      microphone: on,
      sending: { camera: true, microphone: true },
      ...facts,
    });
  it('says what the others get, and does not say that they get what they do not', () => {
    expect(words({})).toBe('You');
    expect(words({ sending: { camera: true, microphone: false } })).toBe('You, muted');
    expect(words({ camera: off, sending: { camera: false, microphone: true } })).toBe('Camera off');
    expect(words({ camera: failed, sending: { camera: false, microphone: true } })).toBe(
      'No camera',
    );
    expect(words({ sending: { camera: false, microphone: false } })).toBe('Starting…');
    expect(words({ state: 'reconnecting' })).toBe('Not sent yet');
    expect(words({ state: 'moved' })).toBe('Not sent');
  });
});

describe('what the heartbeat says of it', () => {
  const none = { camera: false, microphone: false };
  const there = (as: 'client' | 'therapist', facts: Partial<Parameters<typeof mediaThere>[1]>) =>
    mediaThere(as, { state: 'live', camera: on, microphone: on, sending: none, ...facts });
  it('AL12 is that a client is gone whose camera and microphone both ended by themselves', () => {
    expect(there('client', {})).toBe(false);
    expect(there('client', { sending: { camera: false, microphone: true } })).toBe(true);
    expect(there('client', { camera: off, microphone: off })).toBe(true);
    expect(there('client', { camera: failed, microphone: off })).toBe(true);
    expect(there('client', { camera: failed })).toBe(false);
    // On the line with the chaperone the therapist's microphone is not in the room.
    expect(there('therapist', {})).toBe(true);
  });
  it('AL12 is that who gave way to another tab is not there, and that no room is wanted in the lobby', () => {
    expect(there('client', { state: 'moved' })).toBe(false);
    expect(there('client', { state: 'reconnecting' })).toBe(false);
    expect(there('client', { state: 'off' })).toBeNull();
  });
});
