import type { RecordedEvent } from '@sojourn/shared/session/event';
import { isOver } from '@sojourn/shared/session/phase';
import type { TherapistView } from '@sojourn/shared/session/view';
import { ACTIVE_WINDOW } from '@sojourn/shared/session/watch';
import type { Tone } from '../../ui/index.ts';
import { dueMarks } from './due-model.ts';

interface GraphMark {
  key: string;
  /** Per cent of the width. */
  at: number;
  tone: Tone;
  title: string;
  /** Not yet: where something is expected. */
  hollow: boolean;
}

interface Lane {
  name: string;
  marks: readonly GraphMark[];
}

export interface GraphModel {
  /** Minutes after T0 at the right edge. */
  minutes: number;
  now: number;
  window: { from: number; to: number };
  ticks: readonly { at: number; label: string }[];
  lanes: readonly Lane[];
}

const MINUTE = 60_000;
/** The axis begins here before T0, ms, so that the dose itself is in sight. */
const LEAD = 5 * MINUTE;

const LANES: readonly { name: string; has: RegExp; tone: Tone }[] = [
  { name: 'Dose', has: /^(dose\.taken|booster\.taken|hold\.ended)$/, tone: 'accent' },
  { name: 'Vitals', has: /^vitals\.recorded$/, tone: 'ok' },
  { name: 'Looks', has: /^look\.recorded$/, tone: 'low' },
  { name: 'Seen, said', has: /^(mark\.recorded|note\.written|prompt\.offered)$/, tone: 'waiting' },
  { name: 'Alerts', has: /^alert\.raised$/, tone: 'high' },
  { name: 'Line lost', has: /^presence\.(disconnected|reset)$/, tone: 'lost' },
];

/**
 * @param clock the server's clock, ms
 * @param words what an event says, for its mark's title
 */
export function graphModel(
  view: TherapistView,
  clock: number,
  words: (entry: RecordedEvent) => string,
): GraphModel | null {
  const { t0, phase, phaseSince } = view;
  if (t0 === null) return null;
  // Opened a day later, a closed session is still the hours that it was.
  const now = isOver(phase) ? phaseSince : clock;
  const from = t0 - LEAD;
  const minutes = Math.max(120, Math.ceil((now - t0) / MINUTE / 30 + 0.3) * 30);
  const span = minutes * MINUTE + LEAD;
  const place = (at: number) => Math.min(100, Math.max(0, ((at - from) / span) * 100));
  const ticks = Array.from({ length: Math.floor(minutes / 30) + 1 }, (_, index) => ({
    at: place(t0 + index * 30 * MINUTE),
    label: String(index * 30),
  }));
  const due = dueMarks(view, now);
  const expected = (what: string, tone: Tone): GraphMark[] =>
    due
      .filter((mark) => mark.what === what)
      .map(({ at, words: title }) => ({ key: what, at: place(at), tone, title, hollow: true }));
  const lanes = LANES.map(({ name, has, tone }): Lane => {
    const marks = view.timeline
      .filter(({ event, at }) => has.test(event.type) && at >= from)
      .map((entry) => ({
        key: String(entry.seq),
        at: place(entry.at),
        tone,
        title: words(entry),
        hollow: false,
      }));
    if (name === 'Vitals') return { name, marks: [...marks, ...expected('pressure', tone)] };
    if (name === 'Looks') return { name, marks: [...marks, ...expected('look', tone)] };
    if (name === 'Dose') return { name, marks: [...marks, ...expected('hold', tone)] };
    return { name, marks };
  }).filter(({ name, marks }) => marks.length > 0 || /Dose|Vitals|Looks/.test(name));
  return {
    minutes,
    now: place(now),
    window: { from: place(t0 + ACTIVE_WINDOW.from), to: place(t0 + ACTIVE_WINDOW.to) },
    ticks,
    lanes,
  };
}
