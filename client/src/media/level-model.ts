import { t } from '../language/index.ts';
/** Root mean square of samples in −1..1. */
export function rms(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return samples.length === 0 ? 0 : Math.sqrt(sum / samples.length);
}

/** dBFS that stand for an empty and a full meter; a voice at arm's length is around −30. */
const QUIET = -60;
const LOUD = -10;

/** 0..1 on the scale on which people hear. */
export function levelOf(loudness: number): number {
  if (loudness <= 0) return 0;
  const decibels = 20 * Math.log10(loudness);
  return Math.min(1, Math.max(0, (decibels - QUIET) / (LOUD - QUIET)));
}

/** A level that a voice passes and a quiet room does not. */
const HEARD = 0.22;
/** ms without anything heard, after which a microphone counts as silent. */
const SILENT_AFTER = 6_000;

export interface MicLevel {
  /** 0..1, quick to rise and slow to fall. */
  level: number;
  /** Nothing was heard for a while: a muted headset, a covered phone, the wrong device. */
  silent: boolean;
  /** A voice was heard since this microphone was chosen. */
  heard: boolean;
  /** The browser measures only after a tap on the page. */
  needsTap: boolean;
}

export const NO_LEVEL: MicLevel = { level: 0, silent: false, heard: false, needsTap: false };

export interface LevelState extends MicLevel {
  lastHeardAt: number;
}

export const startLevel = (now: number): LevelState => ({ ...NO_LEVEL, lastHeardAt: now });

/** One measurement. */
export function measure(state: LevelState, loudness: number, now: number): LevelState {
  const now01 = levelOf(loudness);
  const level = Math.max(now01, state.level * 0.8);
  const hears = now01 >= HEARD;
  const lastHeardAt = hears ? now : state.lastHeardAt;
  return {
    level: level < 0.01 ? 0 : level,
    heard: state.heard || hears,
    silent: now - lastHeardAt > SILENT_AFTER,
    needsTap: false,
    lastHeardAt,
  };
}

/** Beside the meter. */
export function levelWords(on: boolean, { heard, silent, needsTap }: MicLevel): string {
  if (!on) return t('Off: nobody hears you');
  if (needsTap) return t('Tap the screen to try it');
  if (silent) return t('We hear nothing');
  return heard ? t('We hear you') : t('Say a few words');
}
