import type { VitalsLimits } from '@sojourn/shared/care/order';
import { mgOf } from '@sojourn/shared/session/dose';
import { phaseTitle } from '@sojourn/shared/session/phase';
import { outOfRange } from '@sojourn/shared/session/vitals-standing';
import { readingWords } from '@sojourn/shared/session/vitals-words';
import { ACTIVE_WINDOW } from '@sojourn/shared/session/watch';
import { alertsIn } from './alerts.ts';
import { plotOf, type Plot, type Scale } from './chart-scale.ts';
import type { Facts } from './facts.ts';
import { content, element, label, need, PAGE, type Sheet } from './sheet.ts';
import {
  ACCENT,
  ALARM,
  BAND,
  DIASTOLIC_BAND,
  HEART,
  INK,
  inColour,
  MUTED,
  RULE,
  SMALL,
  SMALL_INK,
  SYSTOLIC_BAND,
} from './style.ts';
import { typeset, type Style } from './typeset.ts';

const HEIGHT = 252;
const LEFT = PAGE.left + 40;
/** Room for the limits beside the values. */
const RIGHT = PAGE.right - 50;
/** Values closer than this would be drawn over each other: they are in the table. */
const APART = 17;

interface Drawing extends Plot {
  sheet: Sheet;
  facts: Facts;
  limits: VitalsLimits;
  /** Tops of the parts, points. */
  strip: number;
  bp: { top: number; bottom: number };
  hr: { top: number; bottom: number };
}

/** Blood pressure and heart rate over the minutes since the dose, against the order's limits. */
export function drawChart(sheet: Sheet, facts: Facts, limits: VitalsLimits): void {
  need(sheet, HEIGHT);
  const strip = sheet.y + 14;
  const bp = { top: strip + 26, bottom: strip + 130 };
  const hr = { top: bp.bottom + 22, bottom: bp.bottom + 76 };
  const plot = plotOf(facts, limits, { left: LEFT, right: RIGHT, pressure: bp, pulse: hr });
  if (plot === null) return;
  const drawing = { ...plot, sheet, facts, limits, strip, bp, hr };
  const alt = plot.points
    .map((point) => `minute ${Math.floor(point.minute)}: ${readingWords(point)}`)
    .join('; ');
  element(
    sheet,
    'Figure',
    () =>
      content(sheet, () => {
        drawGround(drawing);
        drawPhases(drawing);
        drawDoses(drawing);
        drawPressure(drawing);
        drawPulse(drawing);
        drawMinutes(drawing);
      }),
    { alt: `Vitals over the minutes since the dose. ${alt}` },
  );
  sheet.y += HEIGHT;
}

function band(
  { sheet: { doc } }: Drawing,
  scale: Scale,
  from: number,
  to: number,
  ink: string,
): void {
  const [top, bottom] = [scale.at(Math.min(to, scale.to)), scale.at(Math.max(from, scale.from))];
  doc.rect(LEFT, top, RIGHT - LEFT, bottom - top).fill(ink);
}

function grid({ sheet }: Drawing, scale: Scale, name: string, unit: string): void {
  for (const tick of scale.ticks) {
    const y = scale.at(tick);
    sheet.doc.moveTo(LEFT, y).lineTo(RIGHT, y).lineWidth(0.3).stroke(RULE);
    label(sheet, String(tick), SMALL, LEFT - 4, y + 2.4, 'right');
  }
  const above = scale.at(scale.to) - 9;
  label(sheet, name, inColour(SMALL, INK), PAGE.left, above);
  label(sheet, unit, SMALL, PAGE.left + widthOf(name, SMALL) + 3, above);
}

const widthOf = (text: string, style: Style): number =>
  typeset(text, style, Infinity)[0]?.width ?? 0;

/** The order's limits, the active window and the grid: what lies behind the values. */
function drawGround(drawing: Drawing): void {
  const { sheet, limits, pressure, pulse, minutes, bp, hr } = drawing;
  const { systolic, diastolic, heartRate } = limits;
  band(drawing, pressure, systolic.min, systolic.max, SYSTOLIC_BAND);
  band(drawing, pressure, diastolic.min, Math.min(diastolic.max, systolic.min), DIASTOLIC_BAND);
  band(drawing, pulse, heartRate.min, heartRate.max, DIASTOLIC_BAND);
  const window = [ACTIVE_WINDOW.from, ACTIVE_WINDOW.to].map((ms) => minutes.at(ms / 60_000));
  const [from = 0, to = 0] = window;
  sheet.doc.save().fillOpacity(0.07);
  sheet.doc.rect(from, bp.top, to - from, hr.bottom - bp.top).fill(ACCENT);
  sheet.doc.restore();
  label(sheet, 'active window, 45–90 min', SMALL, (from + to) / 2, hr.bottom - 3, 'centre');
  grid(drawing, pressure, 'Blood pressure', 'mmHg');
  grid(drawing, pulse, 'Heart rate', 'per min');
  for (const [name, { min, max }, scale] of [
    ['systolic', systolic, pressure],
    ['diastolic', diastolic, pressure],
    ['heart rate', heartRate, pulse],
  ] as const) {
    const middle = scale.at((min + max) / 2);
    label(sheet, name, SMALL, RIGHT + 6, middle - 1);
    label(sheet, `${min}–${max}`, SMALL, RIGHT + 6, middle + 7.5);
  }
}

/** A strip of the phases above the values, and below it a mark for each alert. */
function drawPhases({ sheet, facts, minutes, strip }: Drawing): void {
  const t0 = facts.t0 ?? 0;
  const place = (at: number) => minutes.at((at - t0) / 60_000);
  const [left, right] = [LEFT, RIGHT];
  for (const [index, { phase, from, to }] of facts.stretches.entries()) {
    const start = Math.max(left, place(from));
    const end = Math.min(right, place(to));
    if (end <= start) continue;
    sheet.doc.rect(start, strip - 8, end - start - 0.8, 11).fill(index % 2 ? BAND : '#dfe6eb');
    const title = phaseTitle(phase);
    if (widthOf(title, SMALL_INK) < end - start - 4) {
      label(sheet, title, SMALL_INK, start + 3, strip);
    }
  }
  const alerts = alertsIn(facts.record.events)
    .map(({ at }) => place(at.raised))
    .filter((x) => left <= x && x <= right);
  if (alerts.length === 0) return;
  for (const x of [...alerts, right + 9]) {
    sheet.doc.polygon([x - 3, strip + 4.5], [x + 3, strip + 4.5], [x, strip + 9.5]).fill(ALARM);
  }
  label(sheet, 'alert', SMALL, right + 15, strip + 9.5);
}

function drawDoses({ sheet, facts, minutes, strip, hr }: Drawing): void {
  const { t0, order, state } = facts;
  if (t0 === null || !order) return;
  for (const taken of state.dose.taken) {
    const { kind, at } = taken;
    const x = minutes.at((at - t0) / 60_000);
    sheet.doc
      .moveTo(x, strip + 10)
      .lineTo(x, hr.bottom)
      .lineWidth(1)
      .stroke(ACCENT);
    const words = `${kind === 'dose' ? 'Dose' : 'Booster'} ${mgOf(taken)} mg`;
    label(sheet, words, inColour(SMALL, ACCENT), x + 3, strip + 17);
  }
}

/** Whether the value of a point has room: calls it for each point, oldest first. */
function roomFor(): (x: number) => boolean {
  let last = -Infinity;
  return (x) => {
    if (x - last < APART) return false;
    last = x;
    return true;
  };
}

function drawPressure({ sheet, points, pressure, minutes, limits }: Drawing): void {
  const { doc } = sheet;
  const hasRoom = roomFor();
  for (const point of points) {
    const { systolic, diastolic, minute } = point;
    const x = minutes.at(minute);
    const [top, bottom] = [pressure.at(systolic), pressure.at(diastolic)];
    const beyond = (value: number, { min, max }: { min: number; max: number }) =>
      value < min || value > max ? ALARM : INK;
    doc.moveTo(x, top).lineTo(x, bottom).lineWidth(1.4).stroke(MUTED);
    const values = [
      [systolic, top, beyond(systolic, limits.systolic), -3.5],
      [diastolic, bottom, beyond(diastolic, limits.diastolic), 8.5],
    ] as const;
    const labelled = hasRoom(x);
    for (const [value, y, ink, shift] of values) {
      doc
        .moveTo(x - 3, y)
        .lineTo(x + 3, y)
        .lineWidth(1.6)
        .stroke(ink);
      if (labelled) label(sheet, String(value), inColour(SMALL_INK, ink), x, y + shift, 'centre');
    }
  }
}

function drawPulse({ sheet, points, pulse, minutes, limits, hr }: Drawing): void {
  const { doc } = sheet;
  for (const [index, { heartRate, minute }] of points.entries()) {
    const before = points[index - 1];
    if (!before) continue;
    doc.moveTo(minutes.at(before.minute), pulse.at(before.heartRate));
    doc.lineTo(minutes.at(minute), pulse.at(heartRate)).lineWidth(1.1).stroke(HEART);
  }
  const hasRoom = roomFor();
  const oxygen = hr.bottom + 22;
  label(sheet, 'SpO2 %', inColour(SMALL, INK), PAGE.left, oxygen);
  for (const point of points) {
    const { heartRate, spo2, minute } = point;
    const x = minutes.at(minute);
    const { min, max } = limits.heartRate;
    const ink = heartRate < min || heartRate > max ? ALARM : HEART;
    doc.circle(x, pulse.at(heartRate), 2).fill(ink);
    if (!hasRoom(x)) continue;
    label(sheet, String(heartRate), inColour(SMALL_INK, ink), x, pulse.at(heartRate) - 4, 'centre');
    const low = outOfRange(point, limits).some((words) => words.startsWith('SpO2'));
    const style = low ? inColour(SMALL_INK, ALARM) : SMALL_INK;
    label(sheet, spo2 === null ? '–' : String(spo2), style, x, oxygen, 'centre');
  }
}

function drawMinutes({ sheet, minutes, bp, hr }: Drawing): void {
  const { doc } = sheet;
  for (const tick of minutes.ticks) {
    const x = minutes.at(tick);
    for (const { bottom } of [bp, hr]) {
      doc
        .moveTo(x, bottom)
        .lineTo(x, bottom + 3)
        .lineWidth(0.5)
        .stroke(MUTED);
    }
    label(sheet, String(tick).replace('-', '−'), SMALL, x, hr.bottom + 11, 'centre');
  }
  label(sheet, 'Minute', inColour(SMALL, INK), PAGE.left, hr.bottom + 11);
}
