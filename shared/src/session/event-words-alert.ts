import { unreachable } from '../result.ts';
import type { AlertEvent, AlertKind, AlertPriority } from './alert.ts';
import type { CallEvent } from './call.ts';
import type { DeliveryEvent, DeliveryFault, DeliveryState, Target } from './delivery.ts';
import { nameFirst, nameOf, quoted, said, type Names, type Said } from './event-words-parts.ts';
import { rungOf, type Channel } from './ladder.ts';
import type { LineEvent } from './line.ts';
import type { PulseEvent } from './pulse.ts';
import { words } from '../words.ts';

/** What was pressed, or what the server noticed. */
export const ALERT_WORDS: Record<AlertKind, string> = {
  please_come: words('Please come'),
  go_now: words('Go now'),
  help: words('Help'),
  client_link_lost: words('the client’s line is lost'),
  client_media_lost: words('the client’s picture and sound are lost'),
  therapist_lost: words('the therapist’s line is lost'),
  chaperone_lost: words('the chaperone’s phone is lost'),
  look_due: words('a look is due'),
  look_missed: words('a look was missed'),
};
const PRIORITY_WORDS: Record<AlertPriority, (what: string) => string> = {
  high: (what) => words('High alert: {what}', { what }),
  medium: (what) => words('Alert: {what}', { what }),
  low: (what) => words('Information: {what}', { what }),
};
const BECAUSE_WORDS = {
  handed_over: words('Emergency services are with the client.'),
  looked: words('The look was done.'),
};
export const CHANNEL_WORDS: Record<Channel, string> = {
  push: words('Push message'),
  sms: words('Text message'),
  call: words('Phone call'),
};
const TO_WORDS: Record<Channel, (who: string) => string> = {
  push: (who) => words('Push message to {who}', { who }),
  sms: (who) => words('Text message to {who}', { who }),
  call: (who) => words('Phone call to {who}', { who }),
};
const STATE_WORDS: Record<DeliveryState, string> = {
  queued: words('on its way'),
  sent: words('sent'),
  delivered: words('delivered'),
  answered: words('answered by a person'),
  failed: words('failed'),
  off: words('not possible'),
};
const FAULT_WORDS: Record<DeliveryFault, string> = {
  not_configured: words('this server has no such channel'),
  no_number: words('no phone number is known'),
  no_subscription: words('no browser takes push messages'),
  subscription_gone: words('the browser no longer takes push messages'),
  number_refused: words('the number cannot be reached'),
  no_answer: words('nobody answered'),
  busy: words('the line was busy'),
  provider: words('the provider did not take it'),
  given_up: words('the provider could not deliver it'),
};

const targetWords = (to: Target, names: Names): string =>
  to === 'chaperone' ? nameOf(names, 'chaperone') : words('the second contact');

export function alertWords(event: AlertEvent, names: Names): Said {
  switch (event.type) {
    case 'alert.raised': {
      const what =
        event.by === 'system'
          ? ALERT_WORDS[event.kind]
          : words('{who} pressed {alert}', {
              who: nameFirst(names, event.by),
              alert: ALERT_WORDS[event.kind],
            });
      return quoted(PRIORITY_WORDS[event.priority](what), event.reason);
    }
    case 'alert.repeated':
      return quoted(words('Alert pressed again'), event.reason);
    case 'alert.seen':
      return said(words('Alert on the screen of {who}', { who: nameOf(names, 'chaperone') }));
    case 'alert.silenced':
      return said(
        words('{who} silenced the sound for a while', { who: nameFirst(names, 'chaperone') }),
      );
    case 'alert.going':
      return event.by === 'second'
        ? said(words('The second contact is going'))
        : said(words('{who} is going', { who: nameFirst(names, 'chaperone') }));
    case 'alert.with_client':
      return said(
        words('{who} is with {client}', {
          who: nameFirst(names, 'chaperone'),
          client: nameOf(names, 'client'),
        }),
      );
    case 'alert.escalated':
      return said(
        words('Alert escalated: {step}', { step: rungOf(event.step).replaceAll('_', ' ') }),
      );
    case 'alert.cause_gone':
      return said(words('What raised the alert is over'), words('It is still to be answered.'));
    case 'alert.cause_back':
      return said(words('What raised the alert is so again'));
    case 'alert.resolved':
      return said(words('Alert resolved'), event.because ? BECAUSE_WORDS[event.because] : null);
    default:
      return unreachable(event);
  }
}

export function deliveryWords(event: DeliveryEvent, names: Names): Said {
  switch (event.type) {
    case 'delivery.queued':
      return said(TO_WORDS[event.channel](targetWords(event.to, names)));
    case 'delivery.noted':
      return said(
        words('Message {state}', { state: STATE_WORDS[event.state] }),
        event.fault === null ? null : FAULT_WORDS[event.fault],
      );
    case 'channels.noted': {
      const on = Object.entries(event.channels).filter(([, has]) => has);
      const ways = on.map(([channel]) => CHANNEL_WORDS[channel as Channel]).join(', ');
      return said(words('Ways to a phone'), ways || words('none beside the app'));
    }
    case 'pushes.noted':
      return said(
        words('{count} of the chaperone’s browsers take push messages', { count: event.count }),
      );
    default:
      return unreachable(event);
  }
}

export function pulseWords(event: PulseEvent, names: Names): Said {
  const who = nameFirst(names, event.role);
  switch (event.type) {
    case 'pulse.lost':
      return said(words('{who}’s browser does not answer', { who }));
    case 'pulse.back':
      return said(words('{who}’s browser answers again', { who }));
    case 'sound.changed':
      return said(
        event.on
          ? words('{who}’s page may sound', { who })
          : words('{who}’s page may not sound', { who }),
      );
    case 'media.lost':
      return said(words('{who}’s picture and sound are lost', { who }));
    case 'media.back':
      return said(words('{who}’s picture and sound are back', { who }));
    default:
      return unreachable(event);
  }
}

export function callWords(event: CallEvent, names: Names): Said {
  const who = nameFirst(names, 'chaperone');
  switch (event.type) {
    case 'check.reported':
      return said(
        event.finding === 'ok'
          ? words('{who} looked: all is well', { who })
          : words('{who} looked: concern', { who }),
      );
    case 'call.asked':
      return said(
        event.for === 'concern'
          ? words('{who} is concerned', { who })
          : words('{who} asks for a call', { who }),
      );
    case 'call.answered':
      return said(words('The therapist answered the chaperone'));
    default:
      return unreachable(event);
  }
}

export const lineWords = ({ type, role }: LineEvent, names: Names): Said =>
  said(
    type === 'line.taken'
      ? words('{who} took the line', { who: nameFirst(names, role) })
      : words('{who} left the line', { who: nameFirst(names, role) }),
  );
