import { describe, expect, it } from 'vitest';
import { createFakeHost, settled } from './fake-host.ts';
import { createLocalMedia } from './local-media.ts';

async function started(fake = createFakeHost()) {
  const local = createLocalMedia(fake.host);
  await local.start();
  return { fake, local };
}

describe('asking', () => {
  it('asks nothing of the browser before start, then once for both', async () => {
    const fake = createFakeHost();
    const local = createLocalMedia(fake.host);
    await settled();
    expect(fake.asked).toEqual([]);
    await local.start();
    expect(fake.asked).toEqual(['camera+microphone']);
    expect(local.get().camera).toMatchObject({ status: 'live', fault: null });
    expect(local.get().microphone).toMatchObject({ status: 'live', fault: null });
  });

  it('keeps the microphone when only the camera fails', async () => {
    const fake = createFakeHost({ camera: [] });
    const { local } = await started(fake);
    expect(local.get().camera).toMatchObject({ status: 'failed', fault: 'no_device' });
    expect(local.get().microphone.status).toBe('live');
    expect(fake.asked).toEqual(['camera+microphone', 'camera', 'microphone']);
  });

  it('tells a busy camera from a refused one', async () => {
    const fake = createFakeHost();
    fake.busy.add('Webcam');
    fake.errors.microphone = new DOMException('Permission denied', 'NotAllowedError');
    const { local } = await started(fake);
    expect(local.get().camera.fault).toBe('in_use');
    expect(local.get().microphone.fault).toBe('blocked_by_browser');
  });

  it('does not nag when the question was closed, also not on returning to the page', async () => {
    const fake = createFakeHost();
    fake.errors.camera = new DOMException('Permission dismissed', 'NotAllowedError');
    const { local } = await started(fake);
    fake.comeToFront();
    await settled();
    expect(fake.asked).toHaveLength(1);
    expect(local.get().camera.fault).toBe('not_answered');
    delete fake.errors.camera;
    await local.tryAgain('camera');
    expect(local.get().camera.status).toBe('live');
  });

  it('says so on an insecure page, where there are no devices at all', async () => {
    const fake = createFakeHost();
    const local = createLocalMedia({ ...fake.host, devices: undefined });
    await local.start();
    expect(local.get().camera.fault).toBe('insecure_page');
  });

  it('starts by itself when a missing device is plugged in', async () => {
    const fake = createFakeHost({ camera: [] });
    const { local } = await started(fake);
    fake.plug('camera', ['New webcam']);
    await settled();
    expect(local.get().camera).toMatchObject({ status: 'live', fault: null });
  });
});

describe('switching off', () => {
  it('lets the camera go, so that its light is out, and mutes the microphone at once', async () => {
    const { fake, local } = await started();
    void local.setOn('microphone', false);
    expect(fake.tracks.find((t) => t.kind === 'audio')?.enabled).toBe(false);
    await local.setOn('camera', false);
    expect(fake.running('video')).toEqual([]);
    expect(local.get().camera).toMatchObject({ status: 'off', track: null });
    expect(local.get().microphone.status).toBe('off');
    expect(fake.running('audio')).toEqual(['Desk mic']);
    await local.setOn('camera', true);
    await local.setOn('microphone', true);
    expect(fake.running('video')).toEqual(['Webcam']);
    expect(fake.tracks.filter((t) => t.kind === 'audio')).toHaveLength(1);
    expect(local.get().microphone).toMatchObject({ status: 'live', on: true });
  });

  it('is remembered for the next visit, and then nothing is asked for', async () => {
    const { fake, local } = await started();
    await local.setOn('camera', false);
    fake.asked.length = 0;
    const next = createLocalMedia(fake.host);
    await next.start();
    expect(next.get().camera.status).toBe('off');
    expect(fake.asked).toEqual(['microphone']);
  });

  it('ends as the last press says, however quick the presses', async () => {
    const { fake, local } = await started();
    await Promise.all([true, false, true, false].map((on) => local.setOn('camera', on)));
    expect(fake.running('video')).toEqual([]);
    await Promise.all([true, false, true].map((on) => local.setOn('camera', on)));
    expect(fake.running('video')).toEqual(['Webcam']);
  });

  it('rests without forgetting the wish', async () => {
    const { fake, local } = await started();
    await local.rest();
    expect([...fake.running('video'), ...fake.running('audio')]).toEqual([]);
    expect(local.get().camera).toMatchObject({ status: 'resting', on: true });
    await local.start();
    expect(local.get().camera.status).toBe('live');
  });
});

describe('devices that change', () => {
  it('switches, and remembers the choice', async () => {
    const { fake, local } = await started();
    await local.choose('microphone', 'id of Headset');
    expect(fake.running('audio')).toEqual(['Headset']);
    const next = createLocalMedia(fake.host);
    await next.start();
    expect(next.get().microphone.deviceId).toBe('id of Headset');
  });

  it('falls back when the headset dies, says so, and returns to it when it is back', async () => {
    const { fake, local } = await started();
    await local.choose('microphone', 'id of Headset');
    fake.plug('microphone', ['Desk mic']);
    fake.tracks.findLast((t) => t.label === 'Headset')?.die();
    await settled();
    expect(fake.running('audio')).toEqual(['Desk mic']);
    expect(local.get().microphone.notice).toBe(
      'Your microphone “Headset” is gone. Now using “Desk mic”.',
    );
    fake.plug('microphone', ['Desk mic', 'Headset']);
    await settled();
    expect(fake.running('audio')).toEqual(['Headset']);
    expect(local.get().microphone.notice).toBe('Using “Headset” again.');
  });

  it('notices a device that left the list without ending its track', async () => {
    const { fake, local } = await started();
    fake.plug('microphone', ['Headset']);
    await settled();
    expect(fake.running('audio')).toEqual(['Headset']);
    expect(local.get().microphone.notice).toContain('Desk mic');
  });

  it('uses another camera when the chosen one is busy, and says which', async () => {
    const { fake, local } = await started(createFakeHost({ camera: ['Webcam', 'Second'] }));
    fake.busy.add('Second');
    await local.choose('camera', 'id of Second');
    expect(fake.running('video')).toEqual(['Webcam']);
    expect(local.get().camera.notice).toBe('“Second” is busy. Now using “Webcam”.');
  });

  it('restarts a track that ended while the page was away, and one that a phone call left mute', async () => {
    const { fake, local } = await started();
    const [video] = fake.tracks.filter((t) => t.kind === 'video');
    const [audio] = fake.tracks.filter((t) => t.kind === 'audio');
    video?.stop();
    if (audio) audio.muted = true;
    fake.comeToFront();
    await settled();
    expect(fake.running('video')).toEqual(['Webcam']);
    expect(fake.running('audio')).toEqual(['Desk mic']);
    expect(local.get().microphone.track).not.toBe(audio);
  });
});

describe('while its person talks elsewhere', () => {
  const sounds = (local: Awaited<ReturnType<typeof started>>['local']) =>
    local.get().microphone.track?.enabled;

  it('LN1 the room hears nothing, whatever happens to the device; the borrowed track is heard', async () => {
    const { fake, local } = await started();
    local.hold(true);
    expect(sounds(local)).toBe(false);
    const borrowed = await local.borrow();
    expect(borrowed.enabled).toBe(true);
    expect(borrowed).not.toBe(local.get().microphone.track);
    fake.comeToFront();
    await local.choose('microphone', 'id of Headset');
    await settled();
    expect(sounds(local)).toBe(false);
    expect(local.get().microphone.status).toBe('off');
    local.hold(false);
    await settled();
    expect(sounds(local)).toBe(true);
    expect(local.get().microphone.status).toBe('live');
  });

  it('LN1 who was muted before is muted afterwards; who unmutes ends the hold', async () => {
    const { local } = await started();
    await local.setOn('microphone', false);
    local.hold(true);
    expect((await local.borrow()).enabled).toBe(true);
    local.hold(false);
    await settled();
    expect(sounds(local)).toBe(false);
    local.hold(true);
    await local.setOn('microphone', true);
    expect(sounds(local)).toBe(true);
    expect(local.get().microphone.held).toBe(false);
  });

  it('LN1 where no room has asked for the microphone, it is asked for by itself, and let go', async () => {
    const fake = createFakeHost();
    const local = createLocalMedia(fake.host);
    const borrowed = await local.borrow();
    expect(fake.asked).toEqual(['microphone']);
    borrowed.stop();
    expect(fake.running('audio')).toEqual([]);
  });
});
