import type { CourseStep, StepStanding } from '@sojourn/shared/care/course';
import type { CareView, Proposal } from '@sojourn/shared/care/view';
import { dayBegins, dayWords, nearDayWords, toDateInput } from '../../connection/dates.ts';
import type { Step } from '../../ui/index.ts';
import { screeningStanding } from './screening-model.ts';

export const STEP_TITLES: Record<CourseStep, string> = {
  consultation: 'Consultation',
  screening: 'Medical screening',
  preparation: 'Preparation',
  dosing: 'Dosing',
  integration: 'Integration',
};

const sessionsWords = (count: number, none: string): string =>
  count === 0 ? none : count === 1 ? '1 session' : `${count} sessions`;

/** Where the client stands, with counts, in plain words (CC1). */
export const courseSteps = (care: CareView, now: number): Step[] =>
  care.steps.map((standing) => ({
    title: STEP_TITLES[standing.step],
    standing: standing.standing,
    words: stepWords(standing, care, now),
  }));

function stepWords({ step, standing, sessions }: StepStanding, care: CareView, now: number) {
  const count = sessions ?? 0;
  switch (step) {
    case 'consultation':
      return sessionsWords(count, standing === 'done' ? 'Not held here' : 'A first conversation');
    case 'screening':
      return screeningStanding(care.screening, now).words;
    case 'preparation':
      return `${count} of ${care.policy.preparationSessions} completed`;
    case 'dosing':
    case 'integration':
      return sessionsWords(count, 'None yet');
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
  const after = `the dosing session of ${dayWords(session?.endedAt ?? proposal.dueAt)}`;
  if (proposal.what === 'integration') {
    return {
      title: 'Integration session: propose a time',
      words: `None is planned yet after ${after}.`,
      action: 'Choose a time',
    };
  }
  const near = nearDayWords(proposal.dueAt, now);
  const today = dayBegins(toDateInput(now));
  return {
    title:
      proposal.dueAt < today
        ? `Follow-up: since ${near.replace(/^on /, '')}`
        : `Follow-up: ${near}`,
    words: `How is ${care.record.firstName} after ${after}?`,
    action: 'Record the follow-up',
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
  const who = stopped.by === 'client' ? record.firstName : 'You';
  return {
    title: `${who} stopped the course of care on ${dayWords(stopped.at)}`,
    words: stopped.reason ? `“${stopped.reason}”` : 'No reason was given, and none is needed.',
  };
}
