import type { CourseStep, StepStanding } from '@sojourn/shared/care/course';
import type { CareView, Proposal } from '@sojourn/shared/care/view';
import {
  dayBegins,
  dayWords,
  nearDayWords,
  sinceWords,
  toDateInput,
} from '../../connection/dates.ts';
import type { Step } from '../../ui/index.ts';
import { screeningStanding } from './screening-model.ts';
import { m, plural, t } from '../../language/index.ts';

export const STEP_TITLES: Record<CourseStep, string> = {
  consultation: m('Consultation'),
  screening: m('Medical screening'),
  preparation: m('Preparation'),
  dosing: m('Dosing'),
  integration: m('Integration'),
};

const sessionsWords = (count: number, none: string): string =>
  count === 0 ? none : plural(count, { one: '{count} session', other: '{count} sessions' });

/** Where the client stands, with counts, in plain words (CC1). */
export const courseSteps = (care: CareView, now: number): Step[] =>
  care.steps.map((standing) => ({
    title: t(STEP_TITLES[standing.step]),
    standing: standing.standing,
    words: stepWords(standing, care, now),
  }));

function stepWords({ step, standing, sessions }: StepStanding, care: CareView, now: number) {
  const count = sessions ?? 0;
  switch (step) {
    case 'consultation':
      return sessionsWords(
        count,
        standing === 'done' ? t('Not held here') : t('A first conversation'),
      );
    case 'screening':
      return screeningStanding(care.screening, now).words;
    case 'preparation':
      return t('{count} of {needed} completed', {
        count,
        needed: care.policy.preparationSessions,
      });
    case 'dosing':
    case 'integration':
      return sessionsWords(count, t('None yet'));
  }
}

export interface ProposalWords {
  title: string;
  words: string;
  action: string;
}

/** What is proposed, as an offer: nothing is booked by itself (CC5). */
export function proposalWords(proposal: Proposal, care: CareView, now: number): ProposalWords {
  const session = care.sessions.find(({ sessionId }) => sessionId === proposal.sessionId);
  const after = t('the dosing session of {day}', {
    day: dayWords(session?.endedAt ?? proposal.dueAt),
  });
  if (proposal.what === 'integration') {
    return {
      title: t('Integration session: propose a time'),
      words: t('None is planned yet after {after}.', { after }),
      action: t('Choose a time'),
    };
  }
  const near = nearDayWords(proposal.dueAt, now);
  const today = dayBegins(toDateInput(now));
  return {
    title:
      proposal.dueAt < today
        ? t('Follow-up: since {day}', { day: sinceWords(proposal.dueAt, now) })
        : t('Follow-up: {day}', { day: near }),
    words: t('How is {name} after {after}?', { name: care.record.firstName, after }),
    action: t('Record the follow-up'),
  };
}

/** Ten in the morning of the day after: a time to begin from, nothing more. ms */
export const proposedTime = ({ dueAt }: Proposal): number => new Date(dueAt).setHours(10, 0, 0, 0);

/** Who stopped the course, when and why; null while it goes on (CC3). */
export function stoppedWords({
  stopped,
  record,
}: CareView): { title: string; words: string } | null {
  if (!stopped) return null;
  const day = dayWords(stopped.at);
  return {
    title:
      stopped.by === 'client'
        ? t('{name} stopped the course of care on {day}', { name: record.firstName, day })
        : t('You stopped the course of care on {day}', { day }),
    words: stopped.reason ? `“${stopped.reason}”` : t('No reason was given, and none is needed.'),
  };
}
