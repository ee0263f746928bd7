import type { Delivery, DeliveryFault } from '@sojourn/shared/session/delivery';
import { rungOf } from '@sojourn/shared/session/ladder';
import type { Channel } from '@sojourn/shared/session/ladder';
import type { TherapistView } from '@sojourn/shared/session/view';
import { nameOr } from '../../connection/words.ts';
import { m, t } from '../../language/index.ts';
import type { Tone } from '../../ui/index.ts';

/* How far each message to a phone got, in words (AL11). */

export interface DeliveryLine {
  key: string;
  words: string;
  tone: Tone;
}

const CHANNEL: Record<Channel, string> = {
  push: m('Push'),
  sms: m('Text message'),
  call: m('Phone call'),
};

const FAULT: Record<DeliveryFault, string> = {
  not_configured: m('not set up'),
  no_number: m('no number is known'),
  no_subscription: m('not allowed on the phone'),
  subscription_gone: m('the phone takes none any more'),
  number_refused: m('the number cannot be called'),
  no_answer: m('nobody picked up'),
  busy: m('the line is busy'),
  provider: m('the service did not take it'),
  given_up: m('the service could not deliver it'),
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
  const because = (state: string) => (fault === null ? state : `${state}, ${t(FAULT[fault])}`);
  switch (state) {
    case 'queued':
      return t('on its way');
    case 'sent':
      return channel === 'call' ? t('dialled') : t('sent');
    case 'delivered':
      return channel === 'call' ? t('rings') : t('delivered');
    case 'answered':
      return t('answered');
    case 'failed':
      return because(t('failed'));
    case 'off':
      return because(t('off'));
  }
}

type Contacts = Pick<TherapistView, 'care'>;

const secondName = ({ care }: Contacts): string =>
  care.record.emergencyContacts[0]?.name || t('the second contact');

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
    const way = named
      ? t('{channel} to {name}', { channel: t(CHANNEL[channel]), name: secondName(view) })
      : t(CHANNEL[channel]);
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
  return small.length < 2
    ? small.join('')
    : t('{ways} and {last}', { ways: small.slice(0, -1).join(', '), last: small.at(-1) ?? '' });
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
  const again = (words: string) =>
    times > 1 ? `${words}, ${t('{count} times', { count: times })}` : words;
  const chaperone = nameOr(view.people.chaperone.name, 'chaperone');
  switch (last) {
    case 'message':
      return t('{chaperone} is sent a text message', { chaperone });
    case 'phone_call':
      return t('{chaperone} is called', { chaperone });
    case 'second_contact':
      return t('The second contact is called: {name}', { name: secondName(view) });
    case 'again':
      return again(t('Both are tried again'));
    case 'not_with_them':
      return again(t('It alarms again: not with them yet'));
    default:
      // A practice names its own steps (AL9).
      return again(t('Step taken: {ownStep}', { ownStep: last.replaceAll('_', ' ') }));
  }
}
