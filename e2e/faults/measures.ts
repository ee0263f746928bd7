import { overlaps } from './checker.ts';
import { percentile } from '../product/percentile.ts';
import { faultWindows, type Note } from './history.ts';
import { dueAt } from './ladder.ts';
import type { Record } from './record.ts';

/* How long things took, where nothing was broken; and after a crash, apart. Pure. */

interface Spread {
  p50: number | null;
  p99: number | null;
  n: number;
}

export interface Measures {
  /** To the changed DOM of the chaperone's page. */
  pressToScreenMs: Spread;
  /** To the simulated chaperone's view. */
  pressToViewMs: Spread;
  escalationLateMs: Spread;
  /** Steps that fell due while only the server was dead: after it was started again, and after it answered again. */
  escalationAfterCrashMs: Spread & { max: number | null };
  escalationAfterReadyMs: Spread & { max: number | null };
}

/** ms after a fault in which people and server still find each other again. */
const AFTERMATH = 4_000;

const round = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10);
const spread = (values: readonly number[]): Spread & { max: number | null } => ({
  p50: round(percentile(values, 50)),
  p99: round(percentile(values, 99)),
  max: round(percentile(values, 100)),
  n: values.length,
});

export function measure(notes: readonly Note[], record: Record): Measures {
  const windows = faultWindows(notes).map((window) => ({ ...window, to: window.to + AFTERMATH }));
  const isCalm = (from: number, to: number) => !overlaps(windows, from, to);
  const toScreen: number[] = [];
  const toView: number[] = [];
  const pressed = new Map<string, number>();
  const measured = new Set<string>();
  for (const note of notes) {
    if (note.t === 'press') pressed.set(note.id, note.at);
    if (note.t !== 'shown') continue;
    const from = pressed.get(note.alert);
    const key = `${note.by} ${note.alert}`;
    if (from === undefined || measured.has(key) || !isCalm(from, note.at)) continue;
    measured.add(key);
    (note.by === 'screen' ? toScreen : toView).push(note.at - from);
  }

  const starts = notes.flatMap((note) => (note.t === 'ready' ? [note] : []));
  const kills = windows.filter(({ kind }) => kind === 'app.kill');
  // A server that is back and finds no database is not late by itself.
  const elsewhere = windows.filter(({ kind }) => /^(database|disk|app\.stop)/.test(kind));
  const since = new Map<
    string,
    {
      raisedAt: number;
      goingAt: number | null;
      priority: 'high' | 'medium' | 'low';
      steps: Map<string, number>;
    }
  >();
  const late: number[] = [];
  const afterCrash: number[] = [];
  const afterReady: number[] = [];
  for (const { type, session, alertId, step, priority, at } of record.events) {
    const key = `${session}/${alertId}`;
    if (type === 'alert.raised' && priority) {
      since.set(key, { raisedAt: at, goingAt: null, priority, steps: new Map() });
    }
    const alert = since.get(key);
    if (!alert) continue;
    if (type === 'alert.going') alert.goingAt = at;
    if (type !== 'alert.escalated' || step === null) continue;
    const due = dueAt(alert, step);
    alert.steps.set(step, at);
    if (step === 'at_once' || due === undefined) continue;
    if (isCalm(due, at)) late.push(at - due);
    const kill = kills.find((window) => window.from <= due && due <= window.to - AFTERMATH);
    // Killed again before it came to it: the last start counts.
    const start =
      kill && starts.findLast((each) => each.spawned >= kill.from && each.spawned <= at);
    if (!start || !kill || overlaps(elsewhere, kill.from, at)) continue;
    afterCrash.push(Math.max(0, at - Math.max(due, start.spawned)));
    afterReady.push(Math.max(0, at - Math.max(due, start.at)));
  }
  const { max: _screen, ...pressToScreenMs } = spread(toScreen);
  const { max: _view, ...pressToViewMs } = spread(toView);
  const { max: _late, ...escalationLateMs } = spread(late);
  return {
    pressToScreenMs,
    pressToViewMs,
    escalationLateMs,
    escalationAfterCrashMs: spread(afterCrash),
    escalationAfterReadyMs: spread(afterReady),
  };
}
