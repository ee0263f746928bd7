import type { Order } from '@sojourn/shared/care/order';
import type { RecordExport } from '@sojourn/shared/http/record-api';
import { takenMg } from '@sojourn/shared/session/dose';
import type { SessionEvent } from '@sojourn/shared/session/event';
import { namesIn, type Names } from '@sojourn/shared/session/event-words-parts';
import { isOver, type Phase } from '@sojourn/shared/session/phase';
import type { SessionState } from '@sojourn/shared/session/state';
import type { Override, Reading } from '@sojourn/shared/session/vitals';
import { localTime, type LocalTime } from './local-time.ts';

export type Entry = RecordExport['events'][number];
type Type = SessionEvent['type'];
export type EntryOf<T extends Type> = Entry & { event: Extract<SessionEvent, { type: T }> };

/** A stretch of the session, ms. */
export interface Stretch {
  phase: Phase;
  from: number;
  to: number;
}

/** What the pages tell, taken from the whole record: the state keeps only the newest of what grows. */
export interface Facts {
  record: RecordExport;
  state: SessionState;
  names: Names;
  local: LocalTime;
  /** When this was drawn, ms. */
  now: number;
  began: number;
  /** Null while it goes on. */
  ended: number | null;
  t0: number | null;
  order: Order | null;
  mg: number;
  stretches: readonly Stretch[];
  readings: readonly Reading[];
  overrides: readonly Override[];
}

export const is =
  <T extends Type>(...types: readonly T[]) =>
  (entry: Entry): entry is EntryOf<T> =>
    types.some((type) => type === entry.event.type);

export function factsOf(record: RecordExport, state: SessionState, now: number): Facts {
  const { events } = record;
  const moves = events.filter(is('phase.entered', 'session.cancelled'));
  const end = moves.find(({ event }) => event.type === 'session.cancelled' || isOver(event.phase));
  const ended = end?.at ?? null;
  const place = state.papers.location?.state ?? state.care.record.home?.state ?? null;
  return {
    record,
    state,
    names: namesIn(events),
    local: localTime(place),
    now,
    began: moves[0]?.at ?? state.scheduledAt,
    ended,
    t0: state.dose.t0,
    order: state.dose.order,
    mg: takenMg(state.dose),
    stretches: moves.flatMap(({ at, event }, index) =>
      event.type === 'session.cancelled' || isOver(event.phase)
        ? []
        : [{ phase: event.phase, from: at, to: moves[index + 1]?.at ?? now }],
    ),
    readings: readingsIn(events),
    overrides: events
      .filter(is('vitals.overridden'))
      .map(({ event }) => ({ ...event, order: event.order ?? null })),
  };
}

/** Every reading, also those that were struck, in the order in which they were taken. */
function readingsIn(events: readonly Entry[]): Reading[] {
  const struck = new Map(
    events.filter(is('vitals.struck')).map(({ event }) => [event.readingId, event.reason]),
  );
  return events
    .filter(is('vitals.recorded'))
    .map(({ event }) => ({ ...event, struck: struck.get(event.readingId) ?? null }))
    .toSorted((a, b) => a.takenAt - b.takenAt);
}

/** Whole minutes since the dose, negative before it; empty without a dose. */
export const minute = ({ t0 }: Pick<Facts, 't0'>, at: number): string =>
  t0 === null ? '' : String(Math.floor((at - t0) / 60_000)).replace('-', '−');

const ACTORS = {
  therapist: 'Therapist',
  client: 'Client',
  chaperone: 'Chaperone',
  system: 'Server',
};
export const who = (actor: Entry['actor']): string => ACTORS[actor];
