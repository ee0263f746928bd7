import { isOpen } from '@sojourn/shared/session/alert';
import type { AlertView } from '@sojourn/shared/session/alert-view';
import type { PendingCommand, SessionSnapshot } from '../../connection/session-store.ts';
import { nameOr } from '../../connection/words.ts';
import type { Tone } from '../../ui/index.ts';

/** Without a person's answer for this long, an alert counts as not answered, ms (domain: 10 s). */
const UNANSWERED_AFTER = 10_000;
/** "Going" without "with them" for this long comes back, ms (domain: 60 s). */
const ARRIVES_WITHIN = 60_000;
/** A press without an answer of the server for this long offers the phone number, ms. */
const RECORDED_WITHIN = 3_000;

interface Chaperone {
  name: string;
  connected: boolean;
  phone: string | null;
}

/** What is wrong with an alert's way to a person; null while it is on its way. */
type Trouble = 'not_delivered' | 'not_answered' | 'not_arrived';

function troubleOf(alert: AlertView, connected: boolean, now: number): Trouble | null {
  const waited = now - alert.lastPressedAt;
  switch (alert.state) {
    case 'raised':
      return !connected || waited >= UNANSWERED_AFTER ? 'not_delivered' : null;
    case 'seen':
      return !connected || waited >= UNANSWERED_AFTER ? 'not_answered' : null;
    case 'going':
      return now - (alert.at.going ?? now) >= ARRIVES_WITHIN ? 'not_arrived' : null;
    case 'with_client':
    case 'resolved':
      return null;
  }
}

export interface AlertLine {
  alertId: string;
  /** What was asked, and by whom. */
  title: string;
  reason: string | null;
  /** Where it stands, in words (AL7). */
  words: string;
  tone: Tone;
  /** The number to call because nobody has answered. */
  call: string | null;
  raisedAt: number;
  open: boolean;
}

const STATE_TONE: Record<AlertView['state'], Tone> = {
  raised: 'high',
  seen: 'medium',
  going: 'low',
  with_client: 'ok',
  resolved: 'ok',
};

/** @param now server's clock, ms */
export function alertLine(
  alert: AlertView,
  clientName: string,
  chaperone: Chaperone,
  now: number,
): AlertLine {
  const trouble = troubleOf(alert, chaperone.connected, now);
  const name = nameOr(chaperone.name, 'chaperone');
  return {
    alertId: alert.alertId,
    title: alertTitle(alert, clientName),
    reason: alert.reason ?? null,
    words: trouble ? troubleWords(trouble, name, chaperone.phone) : stateWords(alert, name),
    tone: trouble ? 'high' : STATE_TONE[alert.state],
    call: trouble ? chaperone.phone : null,
    raisedAt: alert.at.raised,
    open: isOpen(alert),
  };
}

function troubleWords(trouble: Trouble, name: string, phone: string | null): string {
  const call = phone ? `: call ${name} on ${phone}` : ', and no number is known';
  switch (trouble) {
    case 'not_delivered':
      return `Recorded, but not delivered${call}`;
    case 'not_answered':
      return `${name} has seen it, but has not answered${call}`;
    case 'not_arrived':
      return `${name} is going, but has not arrived${call}`;
  }
}

/** What happened, in the therapist's words. */
function alertTitle(alert: AlertView, clientName: string): string {
  const times = alert.repeats > 0 ? ` · pressed ${alert.repeats + 1} times` : '';
  switch (alert.kind) {
    case 'help':
      return `${nameOr(clientName, 'client')} pressed Help${times}`;
    case 'go_now':
      return `Go now${times}`;
    case 'please_come':
      return `Please come${times}`;
    case 'client_link_lost':
      return `The line to ${nameOr(clientName, 'client')} is lost`;
    case 'client_media_lost':
      return `No picture and sound from ${nameOr(clientName, 'client')}`;
    case 'therapist_lost':
      return 'Your own line was lost';
    case 'chaperone_lost':
      return 'The chaperone’s phone is lost';
    case 'look_due':
      return 'A look is due';
    case 'look_missed':
      return 'The look was not reported';
  }
}

function stateWords(alert: AlertView, name: string): string {
  switch (alert.state) {
    case 'raised':
      return `Recorded. ${name} has not seen it yet`;
    case 'seen':
      return `${name} has seen it`;
    case 'going':
      return `${name} is going`;
    case 'with_client':
      return `${name} is with them`;
    case 'resolved':
      return 'Resolved';
  }
}

/** A raised alert that the server has not answered yet. */
export interface Sending {
  commandId: string;
  late: boolean;
  words: string;
  call: string | null;
}

/** @param localNow the browser's clock, ms */
export function sendingAlerts(
  pending: readonly PendingCommand[],
  chaperone: Pick<Chaperone, 'name' | 'phone'>,
  localNow: number,
): Sending[] {
  const { name, phone } = chaperone;
  return pending
    .filter((press) => press.command.type === 'alert.raise')
    .map((press) => {
      const late = press.refused || localNow - press.pressedAt >= RECORDED_WITHIN;
      const number = phone ? `: call ${nameOr(name, 'chaperone')} on ${phone}` : '';
      return {
        commandId: press.commandId,
        late,
        words: late ? `Not delivered yet${number}. Still trying.` : 'Sending…',
        call: late ? phone : null,
      };
    });
}

export interface HelpModel {
  /** What the client reads in the zone; null when nothing is under way. */
  words: string | null;
  /** Offered when nobody could be told. */
  call: { name: string; phone: string } | null;
}

const NOTHING: HelpModel = { words: null, call: null };

/**
 * The client's one button. Words stay short and kind whatever happens, and are about the newest call:
 * that somebody came for an earlier one says nothing of this one (AL7).
 * @param refused the server refused the last press for good
 */
export function helpModel(
  snapshot: SessionSnapshot,
  now: number,
  localNow: number,
  refused: boolean,
): HelpModel {
  const { view, pending } = snapshot;
  if (view?.screen !== 'client') return NOTHING;
  const { name, connected } = view.people.chaperone;
  const chaperone = name || 'Your chaperone';
  const phone = view.chaperonePhone;
  const call = phone ? { name: chaperone, phone } : null;
  const sending = sendingAlerts(pending, { name, phone }, localNow)[0];
  if (sending?.late) return { words: 'Still calling. Stay where you are.', call };
  if (sending) return { words: 'Calling…', call: null };
  if (refused) return { words: `That call did not go out. Please call ${chaperone}.`, call };

  // What the therapist asked for is of interest here once somebody is on the way.
  const told = (a: AlertView) =>
    a.kind === 'help' || a.state === 'going' || a.state === 'with_client';
  const open = view.alerts
    .filter((a) => isOpen(a) && told(a))
    .toSorted((a, b) => b.lastPressedAt - a.lastPressedAt);
  const coming = open.find((a) => a.state === 'going' && !troubleOf(a, connected, now));
  const alert = open[0];
  if (!alert) return NOTHING;
  if (alert.state === 'with_client') return { words: `${chaperone} is with you.`, call: null };
  if (coming) return { words: `${chaperone} is coming to you.`, call: null };
  if (troubleOf(alert, connected, now)) {
    return { words: `Your therapist knows. We are reaching ${chaperone}.`, call };
  }
  return alert.state === 'seen'
    ? { words: `${chaperone} has seen it.`, call: null }
    : { words: `We are calling ${chaperone}.`, call: null };
}
