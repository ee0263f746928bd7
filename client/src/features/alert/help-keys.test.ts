import { expect, test } from 'vitest';
import { callsHelp, isHelpKey, type KeyFacts } from './help-keys.ts';

const press = (change: Partial<KeyFacts> = {}): KeyFacts => ({
  key: 'Enter',
  repeat: false,
  withModifier: false,
  to: 'page',
  since: null,
  ...change,
});

test.each([' ', 'Enter', 'AudioVolumeUp', 'AudioVolumeDown', 'VolumeUp', 'VolumeDown'])(
  '[AL14] “%s” calls when nothing has the focus',
  (key) => expect(callsHelp(press({ key }))).toBe(true),
);

test('[AL14] a remote in the hand calls wherever the focus is; Space and Enter are left to a text and to a control', () => {
  for (const to of ['text', 'control'] as const) {
    expect(callsHelp(press({ key: 'AudioVolumeUp', to }))).toBe(true);
    expect(callsHelp(press({ key: 'Enter', to }))).toBe(false);
    expect(callsHelp(press({ key: ' ', to }))).toBe(false);
  }
});

test('[AL14] a held key is one call, also where the device does not say that it repeats', () => {
  expect(callsHelp(press({ repeat: true }))).toBe(false);
  expect(callsHelp(press({ since: 120 }))).toBe(false);
  expect(isHelpKey(press({ since: 120, repeat: true }))).toBe(true);
  expect(callsHelp(press({ since: 900 }))).toBe(true);
});

test('[AL14] letters, and what the browser or a screen reader does with a key, call nobody', () => {
  for (const key of ['a', 'Escape', 'Tab', 'ArrowDown', 'MediaPlayPause', 'PageDown']) {
    expect(callsHelp(press({ key }))).toBe(false);
  }
  expect(callsHelp(press({ withModifier: true }))).toBe(false);
});
