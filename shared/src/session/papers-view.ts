import type { CareFacts } from '../care/facts.ts';
import type { UsState } from '../care/us-state.ts';
import { addressLine } from '../care/client-record.ts';
import type { Caution } from './library/exercise.ts';
import type { Papers } from './papers.ts';
import { isOver } from './phase.ts';
import { avoidOf, phraseOf } from './prompt-offer.ts';
import type { SessionState } from './state.ts';

/* What client and chaperone are shown of their own papers: a part of the view (SC1). */

/** The client's own page before the dose: what they answered, and where they stand. */
export interface ClientPapers extends Pick<
  Papers,
  | 'consents'
  | 'checklist'
  | 'fasting'
  | 'today'
  | 'intention'
  | 'phrase'
  | 'touch'
  | 'boosterAgreed'
> {
  /** What they would rather not be offered, as they last said. */
  /** Null before admission, where earlier sessions said something of it (LO4). */
  avoid: readonly Caution[] | null;
  /** Null until they said where they are today. */
  location: { place: 'home' | 'elsewhere'; state: UsState; at: number } | null;
  /** The practice has their home address: "at home" can be said. */
  homeKnown: boolean;
  /** The address itself is told only in the room: a link could be in other hands (LO4). */
  home: string | null;
  licensedStates: readonly UsState[];
  referral: string;
  /** The order allows a second, smaller dose: whether they would be open to it is asked now. */
  boosterOrdered: boolean;
  /** Where the course of care stands: see `courseStanding`. */
  course: {
    screening: CareFacts['screening'];
    completed: CareFacts['completed'];
    policy: { preparationSessions: number };
    stopped: boolean;
  };
}

/** The chaperone's own page before the dose. */
export interface ChaperonePapers {
  agreed: boolean;
  /** As it will be called; null when nobody gave one. */
  phone: string | null;
}

const isAsked = ({ phase, dose }: SessionState): boolean => dose.t0 === null && !isOver(phase);

export function clientPapers(state: SessionState, inRoom: boolean): ClientPapers | null {
  if (!isAsked(state)) return null;
  const { consents, location, checklist, fasting, today, intention, touch, boosterAgreed } =
    state.papers;
  // LO4: who holds the link before they are let in is told nothing of earlier sessions, and marks nothing over them.
  const known = state.care.grounding?.avoid.length ?? 0;
  const avoid = inRoom ? avoidOf(state) : known > 0 ? null : (state.papers.avoid ?? []);
  const { record, policy, screening, completed, stopped, orders } = state.care;
  return {
    consents,
    checklist,
    fasting,
    today,
    intention,
    phrase: inRoom ? phraseOf(state) : state.papers.phrase,
    touch,
    boosterAgreed,
    avoid,
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
