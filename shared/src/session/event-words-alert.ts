import { unreachable } from '../result.ts';
import type { AlertEvent, AlertKind, AlertPriority } from './alert.ts';
import type { CallEvent } from './call.ts';
import type { DeliveryEvent, DeliveryFault, DeliveryState, Target } from './delivery.ts';
import { nameFirst, nameOf, said, type Names, type Said } from './event-words-parts.ts';
import type { Channel } from './ladder.ts';
import type { LineEvent } from './line.ts';
import type { PulseEvent } from './pulse.ts';

/** What was pressed, or what the server noticed. */
export const ALERT_WORDS: Record<AlertKind, string> = {
  please_come: 'Please come',
  go_now: 'Go now',
  help: 'Help',
  client_link_lost: 'the client’s line is lost',
  client_media_lost: 'the client’s picture and sound are lost',
  therapist_lost: 'the therapist’s line is lost',
  chaperone_lost: 'the chaperone’s phone is lost',
  look_due: 'a look is due',
  look_missed: 'a look was missed',
};
const PRIORITY_WORDS: Record<AlertPriority, string> = {
  high: 'High alert',
  medium: 'Alert',
  low: 'Information',
};
const BECAUSE_WORDS = {
  handed_over: 'Emergency services are with the client.',
  looked: 'The look was done.',
};
export const CHANNEL_WORDS: Record<Channel, string> = {
  push: 'Push message',
  sms: 'Text message',
  call: 'Phone call',
};
const STATE_WORDS: Record<DeliveryState, string> = {
  queued: 'on its way',
  sent: 'sent',
  delivered: 'delivered',
  answered: 'answered by a person',
  failed: 'failed',
  off: 'not possible',
};
const FAULT_WORDS: Record<DeliveryFault, string> = {
  not_configured: 'this server has no such channel',
  no_number: 'no phone number is known',
  no_subscription: 'no browser takes push messages',
  subscription_gone: 'the browser no longer takes push messages',
  number_refused: 'the number cannot be reached',
  no_answer: 'nobody answered',
  busy: 'the line was busy',
  provider: 'the provider did not take it',
};

const targetWords = (to: Target, names: Names): string =>
  to === 'chaperone' ? nameOf(names, 'chaperone') : 'the second contact';

export function alertWords(event: AlertEvent, names: Names): Said {
  switch (event.type) {
    case 'alert.raised': {
      const what =
        event.by === 'system'
          ? ALERT_WORDS[event.kind]
          : `${nameFirst(names, event.by)} pressed ${ALERT_WORDS[event.kind]}`;
      return said(`${PRIORITY_WORDS[event.priority]}: ${what}`, event.reason);
    }
    case 'alert.repeated':
      return said('Alert pressed again', event.reason);
    case 'alert.seen':
      return said(`Alert on the screen of ${nameOf(names, 'chaperone')}`);
    case 'alert.silenced':
      return said(`${nameFirst(names, 'chaperone')} silenced the sound for a while`);
    case 'alert.going':
      return event.by === 'second'
        ? said('The second contact is going')
        : said(`${nameFirst(names, 'chaperone')} is going`);
    case 'alert.with_client':
      return said(`${nameFirst(names, 'chaperone')} is with ${nameOf(names, 'client')}`);
    case 'alert.escalated':
      return said(`Alert escalated: ${event.step.replaceAll('_', ' ')}`);
    case 'alert.cause_gone':
      return said('What raised the alert is over', 'It is still to be answered.');
    case 'alert.resolved':
      return said('Alert resolved', event.because ? BECAUSE_WORDS[event.because] : null);
    default:
      return unreachable(event);
  }
}

export function deliveryWords(event: DeliveryEvent, names: Names): Said {
  switch (event.type) {
    case 'delivery.queued':
      return said(`${CHANNEL_WORDS[event.channel]} to ${targetWords(event.to, names)}`);
    case 'delivery.noted':
      return said(
        `Message ${STATE_WORDS[event.state]}`,
        event.fault === null ? null : FAULT_WORDS[event.fault],
      );
    case 'channels.noted': {
      const on = Object.entries(event.channels).filter(([, has]) => has);
      const words = on.map(([channel]) => CHANNEL_WORDS[channel as Channel]).join(', ');
      return said('Ways to a phone', words || 'none beside the app');
    }
    case 'pushes.noted':
      return said(`${event.count} of the chaperone’s browsers take push messages`);
    default:
      return unreachable(event);
  }
}

export function pulseWords(event: PulseEvent, names: Names): Said {
  const whose = `${nameFirst(names, event.role)}’s`;
  switch (event.type) {
    case 'pulse.lost':
      return said(`${whose} browser does not answer`);
    case 'pulse.back':
      return said(`${whose} browser answers again`);
    case 'sound.changed':
      return said(`${whose} page ${event.on ? 'may sound' : 'may not sound'}`);
    case 'media.lost':
      return said(`${whose} picture and sound are lost`);
    case 'media.back':
      return said(`${whose} picture and sound are back`);
    default:
      return unreachable(event);
  }
}

export function callWords(event: CallEvent, names: Names): Said {
  const chaperone = nameFirst(names, 'chaperone');
  switch (event.type) {
    case 'check.reported':
      return said(`${chaperone} looked: ${event.finding === 'ok' ? 'all is well' : 'concern'}`);
    case 'call.asked':
      return said(
        event.for === 'concern' ? `${chaperone} is concerned` : `${chaperone} asks for a call`,
      );
    case 'call.answered':
      return said('The therapist answered the chaperone');
    default:
      return unreachable(event);
  }
}

export const lineWords = ({ type, role }: LineEvent, names: Names): Said =>
  said(`${nameFirst(names, role)} ${type === 'line.joined' ? 'is on the line' : 'left the line'}`);
