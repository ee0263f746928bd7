import { hasReached, isOpen } from '@sojourn/shared/session/alert';
import type { AlertView } from '@sojourn/shared/session/view';
import type { PendingCommand, SessionSnapshot } from '../../connection/session-store.ts';
import { nameOr } from '../../connection/words.ts';
import type { Tone } from '../../ui/index.ts';

/** Unseen for this long after it was recorded, an alert counts as not delivered, ms (domain: 10 s). */
const UNSEEN_AFTER = 10_000;
/** A press without an answer for this long offers the phone number, ms. */
const UNANSWERED_AFTER = 3_000;

export interface AlertLine {
  alertId: string;
  /** What was asked, and by whom. */
  title: string;
  reason: string | null;
  /** Where it stands, in words (AL7). */
  words: string;
  tone: Tone;
  /** The number to call because nobody has seen it. */
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

interface Around {
  chaperoneName: string;
  chaperoneConnected: boolean;
  chaperonePhone: string | null;
  /** Server's clock, ms. */
  now: number;
}

export function alertLine(alert: AlertView, clientName: string, around: Around): AlertLine {
  const { chaperoneConnected, chaperonePhone, now } = around;
  const chaperone = nameOr(around.chaperoneName, 'chaperone');
  const unseen =
    alert.state === 'raised' && (!chaperoneConnected || now - alert.lastPressedAt >= UNSEEN_AFTER);
  const call = unseen ? chaperonePhone : null;
  return {
    alertId: alert.alertId,
    title: alertTitle(alert, clientName),
    reason: alert.reason ?? null,
    words: unseen ? undeliveredWords(chaperone, chaperonePhone) : stateWords(alert, chaperone),
    tone: STATE_TONE[alert.state],
    call,
    raisedAt: alert.at.raised,
    open: isOpen(alert),
  };
}

const undeliveredWords = (chaperone: string, phone: string | null): string =>
  phone
    ? `Recorded, but not delivered: call ${chaperone} on ${phone}`
    : `Recorded, but not delivered: ${chaperone} has not seen it, and no number is known`;

function alertTitle(alert: AlertView, clientName: string): string {
  const times = alert.repeats > 0 ? ` · pressed ${alert.repeats + 1} times` : '';
  switch (alert.kind) {
    case 'help':
      return `${nameOr(clientName, 'client')} pressed Help${times}`;
    case 'go_now':
      return `Go now${times}`;
    case 'please_come':
      return `Please come${times}`;
  }
}

function stateWords(alert: AlertView, chaperone: string): string {
  switch (alert.state) {
    case 'raised':
      return `Recorded. ${chaperone} has not seen it yet`;
    case 'seen':
      return `${chaperone} has seen it`;
    case 'going':
      return `${chaperone} is going`;
    case 'with_client':
      return `${chaperone} is with them`;
    case 'resolved':
      return 'Resolved';
  }
}

/** A raised alert that the server has not answered yet. */
export interface Sending {
  commandId: string;
  words: string;
  call: string | null;
}

/** @param localNow the browser's clock, ms */
export function sendingAlerts(
  pending: readonly PendingCommand[],
  chaperoneName: string,
  chaperonePhone: string | null,
  localNow: number,
): Sending[] {
  return pending
    .filter((press) => press.command.type === 'alert.raise')
    .map((press) => {
      const late = press.refused || localNow - press.pressedAt >= UNANSWERED_AFTER;
      const number = chaperonePhone
        ? `: call ${nameOr(chaperoneName, 'chaperone')} on ${chaperonePhone}`
        : '';
      return {
        commandId: press.commandId,
        words: late ? `Not delivered yet${number}. Still trying.` : 'Sending…',
        call: late ? chaperonePhone : null,
      };
    });
}

export interface HelpModel {
  /** What the client reads under the button; null when nothing is under way. */
  words: string | null;
  /** Offered when nobody could be told. */
  call: { name: string; phone: string } | null;
  asking: boolean;
}

/** The client's one button. Words stay short and kind whatever happens. */
export function helpModel(snapshot: SessionSnapshot, now: number, localNow: number): HelpModel {
  const { view, pending } = snapshot;
  if (view?.screen !== 'client') return { words: null, call: null, asking: false };
  const { name, connected } = view.people.chaperone;
  const chaperone = name || 'Your chaperone';
  const phone = view.chaperonePhone;
  const call = phone ? { name: chaperone, phone } : null;
  const sending = sendingAlerts(pending, name, phone, localNow)[0];
  if (sending) {
    const late = sending.words !== 'Sending…';
    return late
      ? { words: 'Still calling. You are safe.', call, asking: true }
      : { words: 'Calling…', call: null, asking: true };
  }
  // The furthest along of the open alerts is the truth that comforts: somebody is on the way.
  const open = view.alerts.filter(isOpen);
  const alert = open.find((a) => hasReached(a, 'going')) ?? open.at(-1);
  if (!alert) return { words: null, call: null, asking: false };
  switch (alert.state) {
    case 'raised': {
      const unseen = !connected || now - alert.lastPressedAt >= UNSEEN_AFTER;
      return unseen
        ? { words: `Your therapist knows. We are reaching ${chaperone}.`, call, asking: true }
        : { words: `We are calling ${chaperone}.`, call: null, asking: true };
    }
    case 'seen':
      return { words: `${chaperone} has seen it.`, call: null, asking: true };
    case 'going':
      return { words: `${chaperone} is coming to you.`, call: null, asking: true };
    case 'with_client':
      return { words: `${chaperone} is with you.`, call: null, asking: true };
    case 'resolved':
      return { words: null, call: null, asking: false };
  }
}
