/*
 * Help without looking (AL14): which keys call. A Bluetooth shutter sends a volume key or Enter; what a
 * browser keeps to itself cannot be heard here.
 */

/** On the device, or on a remote in the hand: nothing else on this screen answers to them. */
const REMOTE_KEY = /^((Audio)?Volume(Up|Down)|Camera)$/;
/** They may belong to a control that has the keyboard's focus. */
const PLAIN_KEY = /^( |Enter)$/;

export interface KeyFacts {
  key: string;
  repeat: boolean;
  /** Ctrl, Alt or Meta: the browser's own, or a screen reader's. */
  withModifier: boolean;
  /** Where it went: into a text, to a control that the keyboard is on, or to nothing in particular. */
  to: 'text' | 'control' | 'page';
  /** ms since the same key last told of itself; null when it has not. */
  since: number | null;
}

/** A key that is held tells of itself again and again, on some remotes without saying that it repeats. */
const HELD = 600;

export function callsHelp({ key, repeat, withModifier, to, since }: KeyFacts): boolean {
  if (repeat || withModifier || (since !== null && since < HELD)) return false;
  return REMOTE_KEY.test(key) || (PLAIN_KEY.test(key) && to === 'page');
}

/** Ours, and not the browser's: a held key must not scroll the page either. */
export const isHelpKey = ({ key, withModifier, to }: KeyFacts): boolean =>
  callsHelp({ key, withModifier, to, repeat: false, since: null });
