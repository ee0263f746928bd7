import {
  callsChaperone,
  hasReached,
  isSecondGoing,
  type AlertPriority,
} from '@sojourn/shared/session/alert';
import type { AlertView } from '@sojourn/shared/session/alert-view';
import type { ChaperoneView } from '@sojourn/shared/session/view';
import { hourWords, nameOr } from '../../connection/words.ts';
import { t } from '../../language/index.ts';
import { isSounding } from './siren-model.ts';

export interface ChaperoneAlertModel {
  priority: AlertPriority;
  /** What to do, in the largest words. */
  title: string;
  /** Why: every alert that waits, the most urgent first. All of them stand on the card. */
  why: readonly { alertId: string; words: string }[];
  /** "I'm going" was said of all of them. */
  going: boolean;
  /** They said that they go, and have not arrived in time: it alarms again (AL9). */
  overdue: boolean;
  /** The second contact said that they go, and may be far away; the chaperone has not answered. */
  secondGoes: boolean;
  /** The therapist's number is worth a call: it is their line that is lost. */
  callTherapist: boolean;
  /** What one tap answers: going to the client answers everything that was asked. */
  answers: Record<'alert.going' | 'alert.with_client', readonly string[]>;
  /** What "Silence" mutes; empty while nothing sounds, or is muted already (AL10). */
  silences: readonly string[];
  /** Until when all that waits is silent, ms; null while it sounds. */
  silentUntil: number | null;
}

const URGENCY = (alert: AlertView) =>
  (callsChaperone(alert) || alert.overdue ? 10 : 0) + (alert.priority === 'high' ? 2 : 1);

/** A look that is due is asked for on the page itself; it takes nobody's screen (LK1). */
const takesScreen = (alert: AlertView) =>
  alert.priority !== 'low' && !hasReached(alert, 'with_client');

/**
 * What fills the chaperone's phone: all alerts that they are not yet with the client for.
 * @param now server's clock, ms
 */
export function chaperoneAlert(view: ChaperoneView, now: number): ChaperoneAlertModel | null {
  const waiting = view.alerts
    .filter(takesScreen)
    // Among equals the older first, so that pressing again does not push another one down.
    .toSorted((a, b) => URGENCY(b) - URGENCY(a) || a.at.raised - b.at.raised);
  const [first] = waiting;
  if (!first) return null;
  const unanswered = waiting.filter(callsChaperone);
  const sounding = unanswered.filter((alert) => isSounding(alert, now));
  return {
    priority: first.priority,
    title: titleOf(first, view),
    why: waiting.map((alert) => ({ alertId: alert.alertId, words: whyOf(alert, view) })),
    going: unanswered.length === 0,
    overdue: unanswered.length === 0 && waiting.some((alert) => alert.overdue),
    secondGoes: waiting.some(isSecondGoing),
    callTherapist: waiting.some(({ kind }) => kind === 'therapist_lost'),
    answers: {
      'alert.going': unanswered.map((alert) => alert.alertId),
      'alert.with_client': waiting.map((alert) => alert.alertId),
    },
    silences: sounding.map((alert) => alert.alertId),
    silentUntil:
      unanswered.length > 0 && sounding.length === 0
        ? Math.min(...unanswered.map((alert) => alert.silencedUntil ?? now))
        : null,
  };
}

const names = ({ people }: ChaperoneView) => ({
  client: nameOr(people.client.name, 'client'),
  therapist: nameOr(people.therapist.name, 'therapist'),
});

function titleOf({ kind, priority }: AlertView, view: ChaperoneView): string {
  const { client } = names(view);
  switch (kind) {
    case 'therapist_lost':
      return t('Sit with {client}', { client });
    case 'chaperone_lost':
    case 'look_missed':
      return t('Look in on {client} now', { client });
    default:
      return priority === 'high'
        ? t('Go to {client} now', { client })
        : t('Please go to {client}', { client });
  }
}

function whyOf(alert: AlertView, view: ChaperoneView): string {
  const { client, therapist } = names(view);
  const back = alert.causeGoneAt === null ? null : hourWords(alert.causeGoneAt);
  switch (alert.kind) {
    case 'help':
      return t('{client} pressed Help.', { client });
    case 'go_now':
    case 'please_come':
      return alert.reason ?? t('{therapist} asks for you.', { therapist });
    case 'client_link_lost':
      return back
        ? t('{client}’s line was lost, and is back since {back}. Look in all the same.', {
            client,
            back,
          })
        : t('{client}’s line is lost. {therapist} cannot see them.', { client, therapist });
    case 'client_media_lost':
      return back
        ? t('{client}’s picture was lost, and is back since {back}. Look in all the same.', {
            client,
            back,
          })
        : t('{therapist} has no picture and sound from {client}.', { therapist, client });
    case 'therapist_lost':
      return back
        ? t('{therapist}’s line was lost, and is back since {back}.', { therapist, back })
        : t(
            '{therapist}’s line is lost. Stay near {client}, speak softly or not at all, and call {therapist}.',
            { therapist, client },
          );
    case 'chaperone_lost':
      return t('This phone was out of reach.');
    case 'look_due':
    case 'look_missed':
      return t('It is time to look in, and nothing was heard from you.');
  }
}

/** Alerts whose "seen" must be sent because they stand on the screen now. */
export const newlySeen = (view: ChaperoneView): string[] =>
  view.alerts.filter((alert) => alert.state === 'raised').map((alert) => alert.alertId);

/** The chaperone is with the client, and the therapist has not closed the alert yet. */
export const isWithClient = (view: ChaperoneView): boolean =>
  view.alerts.some((alert) => alert.state === 'with_client');
