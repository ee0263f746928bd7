import { describe, expect, it } from 'vitest';
import { choicesOf, faultOf, faultWords, findChosen, plainLabel } from './device.ts';
import type { DeviceFault } from './device.ts';

describe('why a device gives nothing', () => {
  it.each<[string, string, DeviceFault]>([
    ['NotAllowedError', 'Permission denied', 'blocked_by_browser'],
    ['NotAllowedError', 'Permission denied by system', 'blocked_by_system'],
    ['NotAllowedError', 'Permission dismissed', 'not_answered'],
    ['NotReadableError', 'Could not start video source', 'in_use'],
    ['AbortError', 'Starting videoinput failed', 'in_use'],
    ['NotFoundError', 'Requested device not found', 'no_device'],
    ['OverconstrainedError', '', 'no_device'],
    ['SecurityError', '', 'insecure_page'],
    ['Whatever', '', 'unknown'],
  ])('%s “%s” is %s', (name, message, fault) => {
    expect(faultOf(new DOMException(message, name))).toBe(fault);
  });

  it('has words of its own, with a way out, for each', () => {
    const faults: DeviceFault[] = [
      'blocked_by_browser',
      'blocked_by_system',
      'not_answered',
      'in_use',
      'no_device',
      'insecure_page',
      'unknown',
    ];
    const words = faults.map((fault) => faultWords('camera', fault));
    expect(new Set(words.map((w) => w.title)).size).toBe(faults.length);
    for (const { title, help } of words) {
      expect(title).toMatch(/camera/);
      expect(help.length).toBeGreaterThan(20);
      expect(title + help).not.toMatch(/error|permission|getUserMedia/i);
    }
  });
});

describe('devices to choose from', () => {
  const device = (kind: MediaDeviceKind, deviceId: string, label: string) => ({
    kind,
    deviceId,
    label,
  });

  it('are those of the kind that the browser names', () => {
    const choices = choicesOf(
      [
        device('audioinput', 'a', 'Desk mic (046d:0825)'),
        device('audioinput', 'communications', 'Communications - Desk mic'),
        device('audioinput', '', ''),
        device('videoinput', 'v', 'Webcam'),
      ],
      'microphone',
    );
    expect(choices).toEqual([{ deviceId: 'a', label: 'Desk mic' }]);
  });

  it('keeps brackets that are part of a name', () => {
    expect(plainLabel('Camera (front)')).toBe('Camera (front)');
  });

  it('finds last time’s by its name where the browser made new ids', () => {
    const choices = [{ deviceId: 'new', label: 'Headset' }];
    expect(findChosen(choices, { deviceId: 'old', label: 'Headset' })?.deviceId).toBe('new');
    expect(findChosen(choices, { deviceId: 'old', label: 'Other' })).toBeUndefined();
    expect(findChosen(choices, null)).toBeUndefined();
  });
});
