import { missing, type MissingGuard } from '@sojourn/shared/guard';
import { orderAt } from '@sojourn/shared/session/dose';
import {
  boosterAllowed,
  boosterGuards,
  entryGuards,
  observedUntil,
} from '@sojourn/shared/session/guard';
import { nextPhase } from '@sojourn/shared/session/phase';
import type { TherapistView } from '@sojourn/shared/session/view';
import { atHourWords, clockWords, hourWords, minutesBetween } from '../../connection/words.ts';
import { m, t, told } from '../../language/index.ts';

interface DoseLine {
  at: number;
  words: string;
  /** It is in the mouth. */
  held: boolean;
  hold: string;
}

export interface DoseModel {
  lines: readonly DoseLine[];
  /** What the lozenge in the mouth is at: "8:12 of 12 min"; null when none is held. */
  holding: { words: string; due: boolean } | null;
  /** Its end is said here: nowhere in the checklist, which asks for it where it opens the next phase. */
  endsHere: boolean;
  observation: { words: string; over: boolean };
  booster: BoosterModel | null;
}

export interface BoosterModel {
  /** The most that the order allows. */
  tablets: number;
  missing: readonly MissingGuard[];
}

const HOLD_ENDS = {
  spat: m('spat after {minutes} min'),
  swallowed: m('swallowed after {minutes} min'),
  vomited: m('vomited after {minutes} min'),
} as const;

/** After T0; null before it. @param now the server's clock, ms */
export function doseModel(view: TherapistView, now: number): DoseModel | null {
  const { dose } = view;
  const terms = orderAt(view, now)?.terms;
  if (dose.t0 === null || !terms) return null;
  const last = dose.taken.at(-1);
  const held = last?.order?.terms ?? terms;
  const next = nextPhase(view.kind, view.phase);
  const asked = next === null ? [] : entryGuards(view, next, now);
  const until = observedUntil(view) ?? now;
  const left = until - now;
  return {
    lines: dose.taken.map(({ kind, tablets, at, holdEndedAt, holdEnd, order }) => ({
      at,
      words: t('{kind} · {tablets} × {strengthMg} mg {medicine} {at}', {
        kind: kind === 'dose' ? t('Dose') : t('Booster'),
        tablets,
        strengthMg: (order?.terms ?? terms).strengthMg,
        medicine: (order?.terms ?? terms).medicine,
        at: atHourWords(at),
      }),
      held: holdEndedAt === null,
      hold:
        holdEnd === null || holdEndedAt === null
          ? t('in the mouth')
          : t(HOLD_ENDS[holdEnd], { minutes: minutesBetween(at, holdEndedAt) }),
    })),
    holding:
      last && last.holdEndedAt === null
        ? {
            words: t('{clock} of {minutes} min, then {what}', {
              clock: clockWords(now - last.at),
              minutes: held.holdMinutes,
              what: told(held.afterHold),
            }),
            due: now - last.at >= held.holdMinutes * 60_000,
          }
        : null,
    endsHere: last?.holdEndedAt === null && !asked.some(({ guard }) => guard === 'hold_ended'),
    observation: {
      over: left <= 0,
      words:
        left <= 0
          ? t('The {minutes} minutes of observation have passed.', {
              minutes: held.observationMinutes,
            })
          : t('Observation until {hour}, {minutes} min left.', {
              hour: hourWords(until),
              minutes: Math.ceil(left / 60_000),
            }),
    },
    booster: boosterModel(view, now),
  };
}

/** By the order that is in force now. Null where it allows none, it was given, or its time in the session is over. */
function boosterModel(view: TherapistView, now: number): BoosterModel | null {
  const allowed = boosterAllowed(view, now);
  const given = view.dose.taken.some(({ kind }) => kind === 'booster');
  const during = view.phase === 'onset' || view.phase === 'journey';
  if (allowed === null || given || !during) return null;
  return { tablets: allowed.tablets, missing: missing(boosterGuards(view, now)) };
}
