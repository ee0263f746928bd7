import { can } from '@sojourn/shared/session/can';
import { CHECK_SLACK, type Call } from '@sojourn/shared/session/call';
import type { ChaperoneView, TherapistView } from '@sojourn/shared/session/view';
import { clockWords, hourWords, minutesWords, nameOr } from '../../connection/words.ts';
import type { Tone } from '../../ui/index.ts';

/* The chaperone looks in every fifteen minutes, and can ask to be called (LK1, LK2). */

export interface LookModel {
  title: string;
  /** When, in a sentence. */
  words: string;
  tone: Tone;
  /** It is asked for now: the buttons are the page's first. */
  due: boolean;
  /** The therapist has not answered "something worries me" yet. */
  worried: boolean;
  /** Nor "please call me". */
  called: boolean;
}

/** Asked for this long before it is due, so that nobody is called for a minute's delay, ms. */
const ASKED_BEFORE = 60_000;

/** @param now server's clock, ms */
export function lookModel(view: ChaperoneView, now: number): LookModel | null {
  const { checkDueAt: dueAt, calls, people } = view;
  if (!can(view, { type: 'check.report', finding: 'ok' }, now) || dueAt === null) return null;
  const client = nameOr(people.client.name, 'client');
  const waits = (what: Call['for']) => calls.some((call) => call.for === what);
  const asked = { worried: waits('concern'), called: waits('call_me') };
  const late = now - dueAt;
  if (late >= CHECK_SLACK) {
    const words = `It was due at ${hourWords(dueAt)}. Then say what you saw.`;
    return { title: `Look in on ${client} now`, words, tone: 'high', due: true, ...asked };
  }
  if (late >= -ASKED_BEFORE) {
    const words = 'Open the door a little. Then say what you saw.';
    return { title: `Time to look in on ${client}`, words, tone: 'low', due: true, ...asked };
  }
  return {
    title: `Next look at ${hourWords(dueAt)}`,
    words: `In ${minutesWords(59_999 - late)}. You can look sooner.`,
    tone: 'waiting',
    due: false,
    ...asked,
  };
}

export interface CallLine {
  callId: string;
  words: string;
  tone: Tone;
  waited: string;
}

/** What the chaperone asked of the therapist and is not answered, oldest first (LK2). */
export const waitingCalls = ({ calls, people }: TherapistView, now: number): CallLine[] =>
  calls
    .filter(({ answeredAt }) => answeredAt === null)
    .map((call) => {
      const chaperone = nameOr(people.chaperone.name, 'chaperone');
      return {
        callId: call.callId,
        words:
          call.for === 'concern'
            ? `Something worries ${chaperone}`
            : `${chaperone} asks for a call`,
        tone: call.for === 'concern' ? 'medium' : 'low',
        waited: clockWords(now - call.askedAt),
      };
    });

/** "Sam looked in 4 minutes ago": for the therapist; null while no look is asked for. */
export function lookedWords(
  view: TherapistView,
  now: number,
): { words: string; tone: Tone } | null {
  const { checkDueAt: dueAt, checkedAt, people } = view;
  if (dueAt === null) return null;
  const chaperone = nameOr(people.chaperone.name, 'chaperone');
  const late = now - dueAt;
  const last =
    checkedAt === null ? 'no look yet' : `last look ${minutesWords(now - checkedAt)} ago`;
  if (late >= CHECK_SLACK) return { words: `${chaperone}: look missed, ${last}`, tone: 'high' };
  if (late >= 0) return { words: `${chaperone}: look is due, ${last}`, tone: 'low' };
  return { words: `${chaperone}: ${last}`, tone: 'ok' };
}
