import type { Delivery, DeliveryFault } from '@sojourn/shared/session/delivery';
import { rungOf } from '@sojourn/shared/session/ladder';
import type { Channel } from '@sojourn/shared/session/ladder';
import type { TherapistView } from '@sojourn/shared/session/view';
import { nameOr } from '../../connection/words.ts';
import type { Tone } from '../../ui/index.ts';

/* How far each message to a phone got, in words (AL11). */

export interface DeliveryLine {
  key: string;
  words: string;
  tone: Tone;
}

const CHANNEL: Record<Channel, string> = {
  push: 'Push',
  sms: 'Text message',
  call: 'Phone call',
};

const FAULT: Record<DeliveryFault, string> = {
  not_configured: 'not set up',
  no_number: 'no number is known',
  no_subscription: 'not allowed on the phone',
  subscription_gone: 'the phone takes none any more',
  number_refused: 'the number cannot be called',
  no_answer: 'nobody picked up',
  busy: 'the line is busy',
  provider: 'the service did not take it',
};

const TONE: Record<Delivery['state'], Tone> = {
  queued: 'waiting',
  sent: 'waiting',
  delivered: 'ok',
  answered: 'ok',
  failed: 'lost',
  off: 'waiting',
};

function stateWords({ channel, state, fault }: Delivery): string {
  const why = fault === null ? '' : `, ${FAULT[fault]}`;
  switch (state) {
    case 'queued':
      return 'on its way';
    case 'sent':
      return channel === 'call' ? 'dialled' : 'sent';
    case 'delivered':
      return channel === 'call' ? 'rings' : 'delivered';
    case 'answered':
      return 'answered';
    case 'failed':
      return `failed${why}`;
    case 'off':
      return `off${why}`;
  }
}

type Contacts = Pick<TherapistView, 'care'>;

const secondName = ({ care }: Contacts): string =>
  care.record.emergencyContacts[0]?.name || 'the second contact';

/** The newest message on each way to each person; ways that fare alike share a line. */
export function deliveryLines(
  deliveries: readonly Delivery[],
  alertId: string,
  view: Contacts,
): DeliveryLine[] {
  const newest = new Map<string, Delivery>();
  for (const each of deliveries) {
    if (each.alertId === alertId) newest.set(`${each.channel}/${each.to}`, each);
  }
  const lines = new Map<string, { ways: Set<string>; state: string; tone: Tone }>();
  for (const delivery of newest.values()) {
    const { channel, to } = delivery;
    // A way that this server does not have is missing for everybody.
    const named = to === 'second' && delivery.fault !== 'not_configured';
    const way = named ? `${CHANNEL[channel]} to ${secondName(view)}` : CHANNEL[channel];
    const state = stateWords(delivery);
    const line = lines.get(state);
    if (line) line.ways.add(way);
    else lines.set(state, { ways: new Set([way]), state, tone: TONE[delivery.state] });
  }
  return [...lines.values()].map(({ ways, state, tone }) => ({
    key: state,
    words: `${listed([...ways])}: ${state}`,
    tone,
  }));
}

/** "Push, text message and phone call". */
const listed = (ways: readonly string[]): string => {
  const small = ways.map((way, index) =>
    index === 0 ? way : way[0]?.toLowerCase() + way.slice(1),
  );
  return small.length < 2 ? small.join('') : `${small.slice(0, -1).join(', ')} and ${small.at(-1)}`;
};

/** The rung that was taken last, beyond the first messages; null where there was none (AL9). */
export function stepWords(
  steps: readonly string[],
  view: Pick<TherapistView, 'care' | 'people'>,
): string | null {
  const taken = steps.map(rungOf).filter((step) => step !== 'at_once');
  const last = taken.at(-1);
  if (last === undefined) return null;
  const times = taken.filter((step) => step === last).length;
  const again = times > 1 ? `, ${times} times` : '';
  const chaperone = nameOr(view.people.chaperone.name, 'chaperone');
  switch (last) {
    case 'message':
      return `${chaperone} is sent a text message`;
    case 'phone_call':
      return `${chaperone} is called`;
    case 'second_contact':
      return `The second contact is called: ${secondName(view)}`;
    case 'again':
      return `Both are tried again${again}`;
    case 'not_with_them':
      return `It alarms again: not with them yet${again}`;
    default:
      // A practice names its own steps (AL9).
      return `Step taken: ${last.replaceAll('_', ' ')}${again}`;
  }
}
