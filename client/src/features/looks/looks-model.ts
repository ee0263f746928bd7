import { can } from '@sojourn/shared/session/can';
import { CHECK_SLACK, type Call } from '@sojourn/shared/session/call';
import type { ChaperoneView, TherapistView } from '@sojourn/shared/session/view';
import { atHourWords, clockWords, minutesWords, nameOr } from '../../connection/words.ts';
import type { Tone } from '../../ui/index.ts';
import { t } from '../../language/index.ts';

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
    const words = t('It was due {at}. Then say what you saw.', { at: atHourWords(dueAt) });
    return {
      title: t('Look in on {client} now', { client }),
      words,
      tone: 'high',
      due: true,
      ...asked,
    };
  }
  if (late >= -ASKED_BEFORE) {
    const words = t('Open the door a little. Then say what you saw.');
    return {
      title: t('Time to look in on {client}', { client }),
      words,
      tone: 'low',
      due: true,
      ...asked,
    };
  }
  return {
    title: t('Next look {at}', { at: atHourWords(dueAt) }),
    words: t('In {time}. You can look sooner.', { time: minutesWords(59_999 - late) }),
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
            ? t('Something worries {chaperone}', { chaperone })
            : t('{chaperone} asks for a call', { chaperone }),
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
    checkedAt === null
      ? t('no look yet')
      : t('last look {time} ago', { time: minutesWords(now - checkedAt) });
  if (late >= CHECK_SLACK)
    return { words: t('{chaperone}: look missed, {last}', { chaperone, last }), tone: 'high' };
  if (late >= 0)
    return { words: t('{chaperone}: look is due, {last}', { chaperone, last }), tone: 'low' };
  return { words: `${chaperone}: ${last}`, tone: 'ok' };
}
