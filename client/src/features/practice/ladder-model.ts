import type { AlertPriority } from '@sojourn/shared/session/alert';
import {
  Channel,
  DEFAULT_LADDER,
  type Ladder,
  type LadderStep,
} from '@sojourn/shared/session/ladder';
import { isSame } from '@sojourn/shared/same';
import type { Faults } from '../../connection/faults.ts';
import { notWhole, wholeNumber } from '../../connection/form-model.ts';
import { listed, m, plural, t } from '../../language/index.ts';

/* The practice's ladder as it is edited: what happens to an alert that nobody answers (AL9). */

/** One step as typed: seconds are what stands in their fields. */
export interface StepDraft extends Omit<LadderStep, 'after' | 'every'> {
  after: string;
  /** Empty: once. */
  every: string;
}
export type LadderDraft = Record<AlertPriority, readonly StepDraft[]>;

/** Most steps that the schema takes for one priority. */
export const MOST_STEPS = 12;
export const PRIORITIES = ['high', 'medium', 'low'] as const;

const RANK = { raised: 0, going: 1 };

/** In the order in which the steps come. */
const draftOfSteps = (steps: readonly LadderStep[]): StepDraft[] =>
  steps
    .toSorted((a, b) => RANK[a.since] - RANK[b.since] || a.after - b.after)
    .map((step) => ({
      ...step,
      after: String(step.after),
      every: step.every === null ? '' : String(step.every),
    }));

export const draftOfLadder = ({ high, medium, low }: Ladder = DEFAULT_LADDER): LadderDraft => ({
  high: draftOfSteps(high),
  medium: draftOfSteps(medium),
  low: draftOfSteps(low),
});

export const isDefaultLadder = (draft: LadderDraft): boolean => isSame(draft, draftOfLadder());

/** What is sent, for the schema to judge; the default is not written down, so that it stays the default. */
export function ladderOf(draft: LadderDraft): unknown {
  if (isDefaultLadder(draft)) return undefined;
  const steps = (drafts: readonly StepDraft[]) =>
    drafts.map((step) => ({
      ...step,
      after: wholeNumber(step.after),
      every: step.every.trim() === '' ? null : wholeNumber(step.every),
    }));
  return { high: steps(draft.high), medium: steps(draft.medium), low: steps(draft.low) };
}

/** Seconds that are no whole number. */
export const notSeconds = (draft: LadderDraft): Faults =>
  PRIORITIES.map((priority) =>
    draft[priority].map((step, at) => {
      const path = `ladder.${priority}.${at}`;
      const typed = { [`${path}.after`]: step.after, [`${path}.every`]: step.every };
      return notWhole(typed, Object.keys(typed));
    }),
  )
    .flat()
    .reduce((all, faults) => ({ ...all, ...faults }), {});

/** One more, after the others, with a name that none of them has. */
export function withStep(steps: readonly StepDraft[]): readonly StepDraft[] {
  const names = new Set(steps.map(({ step }) => step));
  let number = steps.length + 1;
  while (names.has(`step_${number}`)) number += 1;
  const next: StepDraft = {
    step: `step_${number}`,
    since: 'raised',
    after: '',
    every: '',
    channels: [],
    to: 'chaperone',
    showsDispatchLine: false,
  };
  return [...steps, next];
}

export const CHANNEL_WORDS: Record<Channel, string> = {
  push: m('app message'),
  sms: m('text message'),
  call: m('phone call'),
};
const CHANNELS_WORDS: Record<Channel, string> = {
  push: m('app messages'),
  sms: m('text messages'),
  call: m('phone calls'),
};
const TO = {
  chaperone: m('{ways} to the chaperone'),
  second: m('{ways} to the emergency contact'),
  both: m('{ways} to chaperone and emergency contact, by turns'),
};

/** One step in a sentence: "After 10 seconds: phone call to the chaperone." */
export function stepWords(step: StepDraft): { when: string; what: string } {
  const { channels, to, showsDispatchLine, every } = step;
  const ways = Channel.options.filter((channel) => channels.includes(channel));
  const what = [
    ...(ways.length > 0
      ? [t(TO[to], { ways: listed(ways.map((way) => t(CHANNEL_WORDS[way]))) })]
      : []),
    ...(showsDispatchLine ? [t('the therapist is shown the dispatch line')] : []),
  ];
  const first = beginning(step);
  const when =
    every.trim() === ''
      ? first
      : t('{first}, then every {seconds}', { first, seconds: seconds(every) });
  return { when, what: capital(what.join('; ') || t('nothing yet')) };
}

function beginning({ since, after }: StepDraft): string {
  if (since === 'going')
    return capital(t('{seconds} after “I’m going”', { seconds: seconds(after) }));
  return after.trim() === '0' ? t('At once') : t('After {seconds}', { seconds: seconds(after) });
}

function seconds(typed: string): string {
  const number = wholeNumber(typed);
  if (number === undefined || Number.isNaN(number)) return t('… seconds');
  if (number >= 120 && number % 60 === 0)
    return plural(number / 60, { one: '{count} minute', other: '{count} minutes' });
  return plural(number, { one: '{count} second', other: '{count} seconds' });
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** What steps of this ladder need and the server has not; null: nothing. */
export function offWords(draft: LadderDraft, channels: Record<Channel, boolean>): string | null {
  const used = new Set(Object.values(draft).flatMap((steps) => steps.flatMap((s) => s.channels)));
  const off = Channel.options.filter((channel) => used.has(channel) && !channels[channel]);
  if (off.length === 0) return null;
  const names = listed(off.map((channel) => t(CHANNELS_WORDS[channel])));
  return capital(
    t('{ways} are not configured on this server: those parts of the steps reach nobody.', {
      ways: names,
    }),
  );
}
