import type { TherapistView } from '@sojourn/shared/session/view';
import { nameOr } from '../connection/words.ts';
import { alertLine } from '../features/alert/index.ts';
import { paceLines } from '../features/grounding/index.ts';
import { waitingCalls } from '../features/looks/index.ts';
import { t } from '../language/index.ts';
import type { Tone } from '../ui/index.ts';

export interface Unanswered {
  /** Finds the card that answers it. */
  at: string;
  tone: Tone;
  words: string;
  /** It is news: not the therapist's own press, and nothing that has a sound already. */
  rings: boolean;
}

const KNOWN: ReadonlySet<string> = new Set(['go_now', 'please_come']);

/** What waits for the therapist: alerts first, then the line, calls and the client's pace. */
export function unansweredOf(view: TherapistView, rings: boolean, now: number): Unanswered[] {
  const client = view.people.client.name;
  const chaperone = { ...view.people.chaperone, phone: view.phones.chaperone };
  const other = nameOr(chaperone.name, 'chaperone');
  const alerts = view.alerts.toReversed().flatMap((alert): Unanswered[] => {
    const { open, priority, title } = alertLine(alert, client, chaperone, now);
    // Its title stands alone here: how grave it is, until somebody is there.
    const tone = alert.state === 'with_client' ? 'ok' : priority;
    const at = `[data-alert="${alert.alertId}"]`;
    // A look that is due is the chaperone's routine until it is missed.
    return open && priority !== 'low'
      ? [{ at, tone, words: title, rings: !KNOWN.has(alert.kind) }]
      : [];
  });
  return [
    ...alerts,
    ...(rings
      ? [
          {
            at: '[data-line]',
            tone: 'accent' as const,
            words: t('{other} is on the line, and waits for you.', { other }),
            // It has a ring of its own.
            rings: false,
          },
        ]
      : []),
    ...waitingCalls(view, now).map(({ callId, words, tone }) => {
      return { at: `[data-call="${callId}"]`, tone, words, rings: true };
    }),
    ...paceLines(view, now).map(({ signalId, words, tone }) => {
      return { at: `[data-pace="${signalId}"]`, tone, words, rings: true };
    }),
  ];
}
