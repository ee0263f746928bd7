import type { Order } from '../care/order.ts';
import { unreachable } from '../result.ts';
import type { DoseEvent, HoldEnd } from './dose.ts';
import { nameFirst, said, tabletsWords, type Names, type Said } from './event-words-parts.ts';

/** "2 × 100 mg ketamine lozenge". */
export const orderedWords = ({ terms }: Order, tablets: number): string =>
  `${tablets} × ${terms.strengthMg} mg ${terms.medicine} ${terms.form}`;

export const HOLD_END_WORDS: Record<HoldEnd, string> = {
  spat: 'spat out',
  swallowed: 'swallowed',
  vomited: 'vomited',
};

const WITHDRAWN_WORDS = {
  therapist: 'by the therapist',
  connection_lost: 'a connection was lost',
  guard_unmet: 'a condition of the dose no longer held',
  order_changed: 'the order was changed',
};

export function doseWords(event: DoseEvent, names: Names): Said {
  switch (event.type) {
    case 'dose.started':
      return event.tablets === undefined
        ? said('Start of the dose pressed')
        : said(`Start of the dose pressed: ${tabletsWords(event.tablets)} seen on camera`);
    case 'dose.start_withdrawn':
      return said('Start of the dose taken back', WITHDRAWN_WORDS[event.because]);
    case 'dose.client_ready':
      return said(`${nameFirst(names, 'client')} is ready for the dose`);
    case 'dose.client_not_ready':
      return said(`${nameFirst(names, 'client')} is not ready any more`);
    case 'dose.taken': {
      const { order, tablets } = event;
      if (order === undefined || tablets === undefined) {
        return said('Dose taken', 'Minutes are counted from here.');
      }
      return said(
        `Dose taken: ${orderedWords(order, tablets)} (order version ${order.version})`,
        `${tablets * order.terms.strengthMg} mg. Minutes are counted from here.`,
      );
    }
    case 'hold.ended':
      return said(`Hold ended: ${HOLD_END_WORDS[event.how]}`);
    case 'booster.taken':
      return event.order === undefined
        ? said(
            `Booster taken: ${tabletsWords(event.tablets)}`,
            'Strength as in the order of the dose.',
          )
        : said(
            `Booster taken: ${orderedWords(event.order, event.tablets)} (order version ${event.order.version})`,
            `${event.tablets * event.order.terms.strengthMg} mg.`,
          );
    default:
      return unreachable(event);
  }
}
