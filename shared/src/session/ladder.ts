import { z } from 'zod';
import type { AlertPriority } from './alert.ts';
import { words } from '../words.ts';

/*
 * What happens to an alert that nobody answers, as data (AL9): a practice can edit steps and times.
 * The default is the ladder of domain.md.
 */

/** Ways to a phone beside the app itself, which always shows and sounds. */
export const Channel = z.enum(['push', 'sms', 'call']);
export type Channel = z.infer<typeof Channel>;

/** `second`: the client's first emergency contact. `both`: one after the other, turn by turn. */
export const LadderTarget = z.enum(
  ['chaperone', 'second', 'both'],
  words('Choose who is reached.'),
);

const seconds = (what: string, min: number) =>
  z
    .int(words('{what} is missing.', { what }))
    .min(min, words('{what} must be {min} to 3600 seconds.', { what, min }))
    .max(3_600, words('{what} must be {min} to 3600 seconds.', { what, min }));

export const LadderStep = z.object({
  /** Names the step in the record. */
  step: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,23}$/, words('A step needs a short name in small letters.')),
  /** `raised`: until a person answers. `going`: until they are with the client. */
  since: z.enum(['raised', 'going']),
  /** Seconds after that. */
  after: seconds(words('The time of the step'), 0),
  /** Seconds until it is done again, and again; null: once. */
  every: seconds(words('The time between repeats'), 10).nullable(),
  channels: z.array(Channel).max(3),
  to: LadderTarget,
  /** The therapist is shown the dispatch line at the client's home from this step on. */
  showsDispatchLine: z.boolean(),
});
export type LadderStep = z.infer<typeof LadderStep>;

// Whether a step was taken is known by its name: a second one of that name would never come.
const rungs = z
  .array(LadderStep)
  .max(12, words('A ladder has at most twelve steps.'))
  .refine((steps) => new Set(steps.map(({ step }) => step)).size === steps.length, {
    error: words('Two steps have the same name.'),
  });
const rescues = ({ since, channels }: LadderStep) => since === 'raised' && channels.length > 0;
export const Ladder = z
  .object({ high: rungs, medium: rungs, low: rungs }, words('The ladder is missing.'))
  .refine(({ high }) => high.some((step) => rescues(step) && step.after <= 15), {
    error: words('A high alert needs a first step within 15 seconds, with a message or a call.'),
    path: ['high'],
  })
  .refine(({ high }) => high.some((step) => rescues(step) && step.every !== null), {
    error: words(
      'A high alert is repeated until somebody answers: one step with a message or a call needs repeats.',
    ),
    path: ['high'],
  });
export type Ladder = z.infer<typeof Ladder>;

const step = (
  name: string,
  after: number,
  channels: Channel[],
  more: Partial<LadderStep> = {},
): LadderStep => ({
  step: name,
  since: 'raised',
  after,
  every: null,
  channels,
  to: 'chaperone',
  showsDispatchLine: false,
  ...more,
});

/** domain.md, Alerts: "Ladder for a high until a person answers". */
export const DEFAULT_LADDER: Ladder = {
  high: [
    step('at_once', 0, ['push', 'sms']),
    step('phone_call', 10, ['call']),
    step('second_contact', 30, ['sms', 'call'], { to: 'second', showsDispatchLine: true }),
    step('again', 45, ['push', 'sms', 'call'], { to: 'both', every: 45 }),
    step('not_with_them', 60, ['push', 'sms', 'call'], { since: 'going', to: 'both', every: 60 }),
  ],
  medium: [
    step('at_once', 0, ['push']),
    step('message', 30, ['sms']),
    step('phone_call', 60, ['call']),
    step('again', 120, ['push', 'call'], { every: 120 }),
    step('not_with_them', 180, ['push', 'call'], { since: 'going', every: 180 }),
  ],
  low: [step('at_once', 0, ['push'])],
};

/** Repeats of one step: far more than anybody waits; then a person at the other end does not exist. */
const MOST_REPEATS = 40;

interface Climbing {
  priority: AlertPriority;
  state: string;
  at: { raised: number; going?: number };
  /** Names of the steps that were taken. */
  steps: readonly string[];
  /** When each rung was taken last, ms. */
  stepAt: Readonly<Record<string, number>>;
  /** Who goes; the second contact may be across the town. */
  answeredBy: 'chaperone' | 'second' | null;
}

export interface DueStep {
  /** Unique within the alert: "phone_call", "again.3". */
  name: string;
  /** ms since the epoch. */
  at: number;
  rung: LadderStep;
  /** 0 for the first time. */
  repeat: number;
}

/** The rung that a step's name is of: "again.3" is "again" once more. */
export const rungOf = (step: string): string => step.split('.')[0] ?? step;

/** The steps that this alert still has before it, the next of each rung. */
export function stepsAhead(alert: Climbing, ladder: Ladder): DueStep[] {
  const unanswered = alert.state === 'raised' || alert.state === 'seen';
  const secondGoes = alert.state === 'going' && alert.answeredBy === 'second';
  return ladder[alert.priority].flatMap((rung) => {
    const from = rung.since === 'raised' ? alert.at.raised : alert.at.going;
    // The house is called on while only the second contact goes.
    const climbs =
      rung.since === 'raised'
        ? unanswered || (secondGoes && rung.to !== 'second')
        : alert.state === 'going';
    if (!climbs || from === undefined) return [];
    const repeat = alert.steps.filter((taken) => rungOf(taken) === rung.step).length;
    // A repeat is counted from the one before it: a server that was away for long does not make up for all of them at once.
    const last = alert.stepAt[rung.step] ?? from;
    // One that was taken before somebody else said "going" says nothing of them.
    const isRepeat = repeat > 0 && last >= from;
    if (repeat > MOST_REPEATS || (isRepeat && rung.every === null)) return [];
    const at = isRepeat ? last + (rung.every ?? 0) * 1_000 : from + rung.after * 1_000;
    return [{ name: repeat === 0 ? rung.step : `${rung.step}.${repeat}`, at, rung, repeat }];
  });
}

/** Whom a step reaches: `both` alternates, the chaperone first. */
export const targetOf = ({ rung, repeat }: DueStep): 'chaperone' | 'second' =>
  rung.to === 'both' ? (repeat % 2 === 0 ? 'chaperone' : 'second') : rung.to;
