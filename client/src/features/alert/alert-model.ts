import { isOpen, isSecondGoing } from '@sojourn/shared/session/alert';
import type { AlertView } from '@sojourn/shared/session/alert-view';
import type { PendingCommand } from '../../connection/session-store.ts';
import { hourWords, nameOr } from '../../connection/words.ts';
import { t } from '../../language/index.ts';
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

export function troubleOf(alert: AlertView, connected: boolean, now: number): Trouble | null {
  // A look that is due is a routine: nobody is called for it until it is missed (LK1).
  if (alert.priority === 'low') return null;
  const waited = now - alert.lastPressedAt;
  switch (alert.state) {
    case 'raised':
      return !connected || waited >= UNANSWERED_AFTER ? 'not_delivered' : null;
    case 'seen':
      return !connected || waited >= UNANSWERED_AFTER ? 'not_answered' : null;
    case 'going':
      return alert.overdue || now - (alert.at.going ?? now) >= ARRIVES_WITHIN
        ? 'not_arrived'
        : null;
    case 'with_client':
    case 'resolved':
      return null;
  }
}

export interface AlertLine {
  alertId: string;
  /** How urgent it is, while it is open. */
  priority: AlertView['priority'];
  /** What was asked, and by whom. */
  title: string;
  reason: string | null;
  /** Where it stands, in words (AL7). */
  words: string;
  tone: Tone;
  /** The number to call because nobody has answered. */
  call: string | null;
  /** What raised it is over: "Back since 2:41 PM". */
  over: string | null;
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
    priority: alert.priority,
    title: alertTitle(alert, clientName, name),
    reason: alert.reason ?? null,
    words: trouble ? troubleWords(trouble, alert, name, chaperone.phone) : stateWords(alert, name),
    tone: trouble
      ? 'high'
      : alert.priority === 'low' && isOpen(alert)
        ? 'low'
        : STATE_TONE[alert.state],
    call: trouble || isSecondGoing(alert) ? chaperone.phone : null,
    over: overWords(alert),
    raisedAt: alert.at.raised,
    open: isOpen(alert),
  };
}

function troubleWords(
  trouble: Trouble,
  alert: AlertView,
  name: string,
  phone: string | null,
): string {
  const facts = { name, phone: phone ?? '' };
  switch (trouble) {
    case 'not_delivered':
      return phone
        ? t('Recorded, but not delivered: call {name} on {phone}', facts)
        : t('Recorded, but not delivered, and no number is known');
    case 'not_answered':
      return phone
        ? t('{name} has seen it, but has not answered: call {name} on {phone}', facts)
        : t('{name} has seen it, but has not answered, and no number is known', facts);
    case 'not_arrived':
      if (isSecondGoing(alert)) {
        return phone
          ? t('The second contact is going, but has not arrived: call {name} on {phone}', facts)
          : t('The second contact is going, but has not arrived');
      }
      return phone
        ? t('{name} is going, but has not arrived: call {name} on {phone}', facts)
        : t('{name} is going, but has not arrived, and no number is known', facts);
  }
}

/** What happened, in the therapist's words. */
export function alertTitle(alert: AlertView, clientName: string, chaperone: string): string {
  const client = nameOr(clientName, 'client');
  const pressed = (words: string) =>
    alert.repeats > 0
      ? `${words} · ${t('pressed {count} times', { count: alert.repeats + 1 })}`
      : words;
  switch (alert.kind) {
    case 'help':
      return pressed(t('{client} pressed Help', { client }));
    case 'go_now':
      return pressed(t('Go now'));
    case 'please_come':
      return pressed(t('Please come'));
    case 'client_link_lost':
      return t('{client}’s line is lost', { client });
    case 'client_media_lost':
      return t('No picture and sound from {client}', { client });
    case 'therapist_lost':
      return t('Your own line was lost');
    case 'chaperone_lost':
      return t('{chaperone}’s phone is lost', { chaperone });
    case 'look_due':
      return t('A look is due');
    case 'look_missed':
      return t('{chaperone} has not looked in', { chaperone });
  }
}

const overWords = ({ causeGoneAt, state }: AlertView): string | null =>
  causeGoneAt === null || state === 'resolved'
    ? null
    : t('Back since {time}', { time: hourWords(causeGoneAt) });

function stateWords(alert: AlertView, name: string): string {
  if (alert.kind === 'look_due' && isOpen(alert)) return t('{name} is asked to look in', { name });
  switch (alert.state) {
    case 'raised':
      return t('Recorded. {name} has not seen it yet', { name });
    case 'seen':
      return t('{name} has seen it', { name });
    case 'going':
      return isSecondGoing(alert)
        ? t('The second contact is going. {name} has not answered', { name })
        : t('{name} is going', { name });
    case 'with_client':
      return t('{name} is with them', { name });
    case 'resolved':
      return t('Resolved');
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
      return {
        commandId: press.commandId,
        late,
        words: late ? lateWords(nameOr(name, 'chaperone'), phone) : t('Sending…'),
        call: late ? phone : null,
      };
    });
}

const lateWords = (name: string, phone: string | null): string =>
  phone
    ? t('Not delivered yet: call {name} on {phone}. Still trying.', { name, phone })
    : t('Not delivered yet. Still trying.');
