import { callsChaperone, type AlertPriority } from '@sojourn/shared/session/alert';
import type { AlertView } from '@sojourn/shared/session/alert-view';

/** A burst of pulses as IEC 60601-1-8 draws them: start of each pulse and its length, in seconds. */
export interface Burst {
  /** Hz; harmonics are the siren's. */
  frequency: number;
  pulses: readonly { at: number; length: number }[];
  /** ms from the start of one burst to the next (nurse-call practice: 10, 25, 30 s). */
  every: number;
  /** navigator.vibrate pattern, ms. */
  vibration: readonly number[];
}

const group = (from: number, gaps: readonly number[], length: number) =>
  gaps.map((gap) => ({ at: from + gap, length }));

/** High: ten pulses, 3 + 2 and again. Medium: three. Low: silent by default, seen only. */
export const BURSTS: Record<AlertPriority, Burst | null> = {
  high: {
    frequency: 880,
    pulses: [
      ...group(0, [0, 0.25, 0.5, 1, 1.25], 0.16),
      ...group(1.9, [0, 0.25, 0.5, 1, 1.25], 0.16),
    ],
    every: 10_000,
    vibration: [400, 150, 400, 150, 400, 400, 400, 150, 400],
  },
  medium: {
    frequency: 660,
    pulses: group(0, [0, 0.4, 0.8], 0.22),
    every: 25_000,
    vibration: [250, 150, 250],
  },
  low: null,
};

const RANK: Record<AlertPriority, number> = { high: 2, medium: 1, low: 0 };

/**
 * It sounds until a person answers, unless it was silenced for a while (AL8, AL10); and again when who
 * is going has not arrived in time (AL9).
 * @param now server's clock, ms
 */
export const isSounding = (alert: AlertView, now: number): boolean =>
  (callsChaperone(alert) || alert.overdue === true) &&
  (alert.silencedUntil === null || alert.silencedUntil <= now);

/** What the phone must sound now: the highest priority that waits for an answer. */
export function soundingPriority(alerts: readonly AlertView[], now: number): AlertPriority | null {
  const sounding = alerts.filter((alert) => isSounding(alert, now));
  if (sounding.length === 0) return null;
  return sounding.reduce((top, alert) => (RANK[alert.priority] > RANK[top.priority] ? alert : top))
    .priority;
}

/** Changes whenever a new press, a new absence or a new step must sound at once rather than at the next interval (AL5). */
export const soundingKey = (alerts: readonly AlertView[], now: number): string =>
  alerts
    .filter((alert) => isSounding(alert, now))
    .map(({ alertId, lastPressedAt, steps = [] }) => `${alertId}:${lastPressedAt}:${steps.length}`)
    .join(' ');
