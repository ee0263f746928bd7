import { schedulingGuards, type SchedulingGuard } from '@sojourn/shared/care/can';
import { CareCommand } from '@sojourn/shared/care/command';
import type { CareView } from '@sojourn/shared/care/view';
import { missing, type Guard, type Turn } from '@sojourn/shared/guard';
import { err, type Result } from '@sojourn/shared/result';
import type { SessionKind } from '@sojourn/shared/session/phase';
import { readCareCommand } from '../../connection/care-form.ts';
import { fromLocalInput, toLocalInput } from '../../connection/dates.ts';
import { faultsOf, type Faults } from '../../connection/faults.ts';
import { m, plural, t } from '../../language/index.ts';

/** What stands in the form's fields, as typed. */
export interface ScheduleDraft {
  kind: SessionKind | null;
  scheduledAt: string;
}

/** A session that a page proposes; the therapist decides. */
export interface ScheduleStart {
  kind: SessionKind | null;
  /** ms; null: the next full hour. */
  at: number | null;
}

const AN_HOUR = 3_600_000;

export const draftOf = ({ kind, at }: ScheduleStart, now: number): ScheduleDraft => ({
  kind,
  scheduledAt: toLocalInput(at !== null && at > now ? at : Math.ceil(now / AN_HOUR) * AN_HOUR),
});

/** The command, or what is wrong at each field. */
export function readSchedule(
  draft: ScheduleDraft,
  care: CareView | null,
  now: number,
): Result<CareCommand, Faults> {
  const scheduledAt = fromLocalInput(draft.scheduledAt);
  const typed = { type: 'session.schedule', kind: draft.kind, scheduledAt };
  if (care) return readCareCommand(typed, care, '', now);
  const parsed = CareCommand.safeParse(typed);
  const faults = parsed.success ? {} : faultsOf(parsed.error);
  return err({ clientId: t('Choose the client.'), ...faults });
}

/** What a dosing session still needs at the time that stands in the form. Empty for every other kind. */
export function guardsFor(draft: ScheduleDraft, care: CareView | null): Guard<SchedulingGuard>[] {
  const at = fromLocalInput(draft.scheduledAt);
  return care && draft.kind && !Number.isNaN(at) ? schedulingGuards(care, draft.kind, at) : [];
}

/** Why it cannot be scheduled yet, for the button; undefined when it can. */
export function blockedWords(guards: readonly Guard[]): string | undefined {
  const open = missing(guards).length;
  if (open === 0) return undefined;
  return plural(open, { one: 'One point is still open.', other: '{count} points are still open.' });
}

export const TURN_WORDS: Record<Turn, string> = {
  therapist: m('Your turn'),
  client: m('The client’s choice'),
  chaperone: m('The chaperone’s turn'),
  prescriber: m('The prescriber’s turn'),
  time: m('Needs time'),
};
