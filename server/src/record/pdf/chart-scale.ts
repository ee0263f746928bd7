import type { VitalsLimits } from '@sojourn/shared/care/order';
import type { Reading } from '@sojourn/shared/session/vitals';
import type { Facts } from './facts.ts';

/** A stretch of numbers laid on a stretch of the page. */
export interface Scale {
  from: number;
  to: number;
  /** The place of a value, points. */
  at(value: number): number;
  ticks: readonly number[];
}

function scale(from: number, to: number, low: number, high: number, step: number): Scale {
  const ticks = [];
  for (let tick = Math.ceil(from / step) * step; tick <= to; tick += step) ticks.push(tick);
  return { from, to, ticks, at: (value) => low + ((value - from) / (to - from)) * (high - low) };
}

/** The chart begins no earlier than this before the dose, minutes: older readings are in the table. */
const EARLIEST = -60;
const minutesFrom = (t0: number, at: number): number => (at - t0) / 60_000;

export interface Plot {
  minutes: Scale;
  /** mmHg; `pulse` is beats a minute. */
  pressure: Scale;
  pulse: Scale;
  /** With their minute, oldest first; struck ones are left out. */
  points: readonly (Reading & { minute: number })[];
}

interface Frame {
  left: number;
  right: number;
  pressure: { top: number; bottom: number };
  pulse: { top: number; bottom: number };
}

const roundDown = (value: number, step: number): number => Math.floor(value / step) * step;
const roundUp = (value: number, step: number): number => Math.ceil(value / step) * step;

/** Null where there is nothing to draw. */
export function plotOf(facts: Facts, limits: VitalsLimits, frame: Frame): Plot | null {
  const { t0, readings, ended, stretches } = facts;
  if (t0 === null) return null;
  const points = readings
    .filter(({ struck }) => struck === null)
    .map((reading) => ({ ...reading, minute: minutesFrom(t0, reading.takenAt) }))
    .filter(({ minute }) => minute >= EARLIEST);
  const [first] = points;
  if (!first) return null;
  const end = ended ?? stretches.at(-1)?.from ?? t0;
  const last = Math.max(minutesFrom(t0, end), ...points.map(({ minute }) => minute), 90);
  const span = roundUp(last, 15) - roundDown(Math.min(first.minute, 0), 15);
  const pressures = points.flatMap(({ systolic, diastolic }) => [systolic, diastolic]);
  const pulses = points.map(({ heartRate }) => heartRate);
  const { systolic, diastolic, heartRate } = limits;
  return {
    points,
    minutes: scale(
      roundDown(Math.min(first.minute, 0), 15),
      roundUp(last, 15),
      frame.left,
      frame.right,
      span > 300 ? 60 : span > 180 ? 30 : 15,
    ),
    pressure: scale(
      roundDown(Math.min(diastolic.min, ...pressures) - 5, 20),
      roundUp(Math.max(systolic.max, ...pressures) + 8, 20),
      frame.pressure.bottom,
      frame.pressure.top,
      20,
    ),
    pulse: scale(
      roundDown(Math.min(heartRate.min, ...pulses) - 5, 10),
      roundUp(Math.max(heartRate.max, ...pulses) + 8, 10),
      frame.pulse.bottom,
      frame.pulse.top,
      20,
    ),
  };
}
