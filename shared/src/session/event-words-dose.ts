import type { Order } from '../care/order.ts';
import { unreachable } from '../result.ts';
import type { DoseEvent, HoldEnd } from './dose.ts';
import { nameFirst, said, tabletsWords, type Names, type Said } from './event-words-parts.ts';
import { words } from '../words.ts';

/** "2 × 100 mg ketamine lozenge". */
export const orderedWords = ({ terms }: Order, tablets: number): string =>
  words('{tablets} × {strengthMg} mg {medicine} {form}', {
    tablets,
    strengthMg: terms.strengthMg,
    medicine: terms.medicine,
    form: terms.form,
  });

export const HOLD_END_WORDS: Record<HoldEnd, string> = {
  spat: words('spat out'),
  swallowed: words('swallowed'),
  vomited: words('vomited'),
};

const WITHDRAWN_WORDS = {
  therapist: words('by the therapist'),
  connection_lost: words('a connection was lost'),
  guard_unmet: words('a condition of the dose no longer held'),
  order_changed: words('the order was changed'),
};

export function doseWords(event: DoseEvent, names: Names): Said {
  switch (event.type) {
    case 'dose.started':
      return event.tablets === undefined
        ? said(words('Start of the dose pressed'))
        : said(
            words('Start of the dose pressed: {tablets} seen on camera', {
              tablets: tabletsWords(event.tablets),
            }),
          );
    case 'dose.start_withdrawn':
      return said(words('Start of the dose taken back'), WITHDRAWN_WORDS[event.because]);
    case 'dose.client_ready':
      return said(words('{who} is ready for the dose', { who: nameFirst(names, 'client') }));
    case 'dose.client_not_ready':
      return said(words('{who} is not ready any more', { who: nameFirst(names, 'client') }));
    case 'dose.taken': {
      const { order, tablets } = event;
      if (order === undefined || tablets === undefined) {
        return said(words('Dose taken'), words('Minutes are counted from here.'));
      }
      return said(
        words('Dose taken: {ordered} (order version {version})', {
          ordered: orderedWords(order, tablets),
          version: order.version,
        }),
        words('{mg} mg. Minutes are counted from here.', {
          mg: tablets * order.terms.strengthMg,
        }),
      );
    }
    case 'hold.ended':
      return said(words('Hold ended: {how}', { how: HOLD_END_WORDS[event.how] }));
    case 'booster.taken':
      return event.order === undefined
        ? said(
            words('Booster taken: {tablets}', { tablets: tabletsWords(event.tablets) }),
            words('Strength as in the order of the dose.'),
          )
        : said(
            words('Booster taken: {ordered} (order version {version})', {
              ordered: orderedWords(event.order, event.tablets),
              version: event.order.version,
            }),
            `${event.tablets * event.order.terms.strengthMg} mg.`,
          );
    default:
      return unreachable(event);
  }
}
