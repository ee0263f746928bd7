import { isOpen, isSecondGoing } from '@sojourn/shared/session/alert';
import type { AlertView } from '@sojourn/shared/session/alert-view';
import { t } from '../../language/index.ts';
import type { Kept } from '../../connection/kept-model.ts';
import type { SessionSnapshot } from '../../connection/session-store.ts';
import { sendingAlerts, troubleOf } from './alert-model.ts';

export interface HelpModel {
  /** What the client reads in the zone; null when nothing is under way. */
  words: string | null;
  /** Offered when nobody could be told. */
  call: { name: string; phone: string } | null;
}

export interface HelpFacts extends Pick<SessionSnapshot, 'view' | 'pending' | 'clockOffset'> {
  /** What this browser has itself, before the first view is there (AL13). */
  kept: Kept | null;
  /** No server answers: the number stands there without being asked for (WD3). */
  unreached: boolean;
  /** Browser's clock, ms. */
  localNow: number;
  /** The server refused the last press for good. */
  refused: boolean;
}

/**
 * The client's one button. Words stay short and kind whatever happens, and are about the newest call:
 * that somebody came for an earlier one says nothing of this one (AL7).
 */
export function helpModel(facts: HelpFacts): HelpModel {
  const { view, pending, clockOffset, kept, unreached, localNow, refused } = facts;
  const room = view?.screen === 'client' ? view : null;
  const name = (room ?? kept)?.people.chaperone.name ?? '';
  const phone = room ? room.chaperonePhone : (kept?.people.chaperone.phone ?? null);
  const chaperone = name || t('Your chaperone');
  const call = phone ? { name: chaperone, phone } : null;
  const sending = sendingAlerts(pending, { name, phone }, localNow)[0];
  if (sending?.late) return { words: t('Still calling. Stay where you are.'), call };
  if (sending) return { words: t('Calling…'), call: unreached ? call : null };
  if (refused)
    return { words: t('That call did not go out. Please call {chaperone}.', { chaperone }), call };
  if (unreached || !room) return { words: null, call: unreached ? call : null };

  const now = localNow + clockOffset;
  const { connected } = room.people.chaperone;
  const trouble = (alert: AlertView) => troubleOf(alert, connected, now) !== null;
  // What the therapist asked for, and what was noticed, is of interest here once somebody is on the way.
  const told = (a: AlertView) =>
    a.kind === 'help' || a.state === 'going' || a.state === 'with_client';
  const open = room.alerts
    .filter((a) => isOpen(a) && told(a))
    .toSorted((a, b) => b.lastPressedAt - a.lastPressedAt);
  const coming = open.find((a) => a.state === 'going' && !trouble(a));
  const alert = open[0];
  if (!alert) return { words: null, call: null };
  if (alert.state === 'with_client')
    return { words: t('{chaperone} is with you.', { chaperone }), call: null };
  if (coming) {
    return isSecondGoing(coming)
      ? { words: t('Somebody is coming to you.'), call: null }
      : { words: t('{chaperone} is coming to you.', { chaperone }), call: null };
  }
  if (trouble(alert)) {
    return { words: t('Your therapist knows. We are reaching {chaperone}.', { chaperone }), call };
  }
  return alert.state === 'seen'
    ? { words: t('{chaperone} has seen it.', { chaperone }), call: null }
    : { words: t('We are calling {chaperone}.', { chaperone }), call: null };
}
