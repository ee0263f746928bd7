import type { EventTone } from '@sojourn/shared/session/event-words-parts';
import type { Style } from './typeset.ts';

/* One small set of sizes and inks; every difference is also said in words, for a printer without colour. */

export const INK = '#1b2530';
export const MUTED = '#5a6570';
export const RULE = '#d3d9de';
export const BAND = '#eef2f5';
export const ACCENT = '#1d5b79';
export const ALARM = '#a3282d';
export const SYSTOLIC_BAND = '#e3edf4';
export const DIASTOLIC_BAND = '#eaf3ea';
export const HEART = '#8a4a1f';

const style = (size: number, weight: Style['weight'], colour: string): Style => ({
  size,
  weight,
  colour,
});

export const TITLE = style(21, 'bold', INK);
export const SUBTITLE = style(10.5, 'regular', MUTED);
export const HEADING = style(11.5, 'bold', ACCENT);
export const BODY = style(9, 'regular', INK);
export const BODY_BOLD = style(9, 'bold', INK);
export const BODY_MUTED = style(9, 'regular', MUTED);
export const LABEL = style(8, 'regular', MUTED);
export const HEAD = style(7.5, 'bold', MUTED);
export const FIGURE = style(15, 'bold', INK);
export const SMALL = style(7, 'regular', MUTED);
export const SMALL_INK = style(7, 'regular', INK);

export const inColour = (base: Style, colour: string): Style => ({ ...base, colour });

/** Baseline to baseline. */
export const leading = ({ size }: Style): number => size * 1.36;

export const TONE_INK: Record<EventTone, string> = {
  dose: ACCENT,
  vitals: '#2f6b3c',
  look: '#7a8691',
  alert: ALARM,
  prompt: '#6b5b95',
  note: '#b9852b',
  phase: ACCENT,
  link: '#b4bcc3',
  paper: '#b4bcc3',
  release: '#2f6b3c',
};
