import { addressLine } from '../care/client-record.ts';
import { isOver } from './phase.ts';
import type { SessionState } from './state.ts';
import type { ChaperonePapers, ClientPapers } from './view.ts';

/* What client and chaperone are shown of their own papers: a part of the view (SC1). */

const isAsked = ({ phase, dose }: SessionState): boolean => dose.t0 === null && !isOver(phase);

export function clientPapers(state: SessionState, inRoom: boolean): ClientPapers | null {
  if (!isAsked(state)) return null;
  const { consents, location, checklist, fasting, today, intention, phrase, touch, boosterAgreed } =
    state.papers;
  const { record, policy, screening, completed, stopped, orders } = state.care;
  return {
    consents,
    checklist,
    fasting,
    today,
    intention,
    phrase,
    touch,
    boosterAgreed,
    location: location && { place: location.place, state: location.state, at: location.at },
    homeKnown: record.home !== null,
    home: inRoom && record.home ? addressLine(record.home) : null,
    licensedStates: policy.licensedStates,
    referral: policy.referral,
    boosterOrdered: orders.some(({ terms }) => terms.booster !== null),
    course: {
      screening,
      completed,
      policy: { preparationSessions: policy.preparationSessions },
      stopped,
    },
  };
}

export function chaperonePapers(state: SessionState): ChaperonePapers | null {
  if (!isAsked(state) || state.kind !== 'dosing') return null;
  return { agreed: state.papers.chaperone !== null, phone: state.people.chaperone.phone };
}
