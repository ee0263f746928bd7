import { isAlarming } from '@sojourn/shared/session/alert';
import type { TherapistView } from '@sojourn/shared/session/view';
import { nameOr } from '../connection/words.ts';
import { alertTitle } from '../features/alert/index.ts';
import { paceLines } from '../features/grounding/index.ts';
import type { PresenceLine } from '../features/presence/index.ts';
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

interface Facts {
  lineRings: boolean;
  people: readonly PresenceLine[];
  /** The server's clock, ms. */
  now: number;
}

/** What waits for the therapist: alerts first, then the line, calls, the client's pace, a device that is gone. */
export function unansweredOf(view: TherapistView, { lineRings, people, now }: Facts): Unanswered[] {
  const client = view.people.client.name;
  const other = nameOr(view.people.chaperone.name, 'chaperone');
  const alerts = view.alerts
    .filter(isAlarming)
    .toReversed()
    .map((alert): Unanswered => ({
      at: `[data-alert="${alert.alertId}"]`,
      // Its title stands alone here: how grave it is, until somebody is there.
      tone: alert.state === 'with_client' ? 'ok' : alert.priority,
      words: alertTitle(alert, client, other),
      rings: !KNOWN.has(alert.kind),
    }));
  return [
    ...alerts,
    ...(lineRings
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
    // Told in the header (PR1), which may be out of sight, too.
    ...people
      .filter(({ away }) => away)
      .map(({ role, name, words, tone }) => {
        return { at: `[data-presence="${role}"]`, tone, words: `${name}: ${words}`, rings: true };
      }),
  ];
}
