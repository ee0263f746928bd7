import { describe, expect, it } from 'vitest';
import { previewWords, withoutWords } from './preview-model.ts';

const live = { status: 'live', fault: null } as const;
const none = { status: 'failed', fault: 'no_device' } as const;

describe('the preview', () => {
  it('keeps nobody out for want of a device, and is true about what will be missing', () => {
    expect(withoutWords(live, live)).toBeNull();
    expect(withoutWords({ status: 'off', fault: null }, live)).toBeNull();
    expect(withoutWords(none, live)).toBe('You can still join. You will be heard, and not seen.');
    expect(withoutWords(live, none)).toMatch(/^You can still join\. .*not hear you/);
    expect(withoutWords(none, none)).toMatch(/^You can still join\. .*not see or hear you/);
  });
  it('says why there is no picture', () => {
    expect(previewWords({ status: 'asking', fault: null }).help).toContain('Allow');
    expect(previewWords(none).title).toBe('No camera was found');
    expect(previewWords({ status: 'off', fault: null }).title).toBe('Your camera is off');
  });
});
