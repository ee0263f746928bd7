import { addressLine } from '../care/client-record.ts';
import { unreachable } from '../result.ts';
import { consentText } from './consent.ts';
import { nameFirst, said, type Names, type Said } from './event-words-parts.ts';
import type { ChecklistItem, PapersEvent, TouchAgreement } from './papers.ts';

export const CHECKLIST_WORDS: Record<ChecklistItem, string> = {
  chaperone_near: 'chaperone in another room near by',
  bathroom_path: 'way to the bathroom clear',
  spit_cup: 'cup to spit into',
  basin: 'lined basin',
  eye_mask: 'eye mask',
  music: 'music without advertisements',
  phone_charged: 'phone or computer charged',
  nothing_later: 'nothing to do later today',
  no_driving: 'no driving until tomorrow',
};

export const TOUCH_WORDS: Record<TouchAgreement, string> = {
  hand: 'a hand is welcome',
  ask: 'only when the client asked',
  safety_only: 'only for safety',
};

/** As it was agreed: "open to it" is no request. */
export const boosterWords = (agreed: boolean): string => (agreed ? 'open to it' : 'no');

/** @param version what was read before it was signed */
export const consentWords = (name: string, version: string): string =>
  `signed “${name}”, text ${version}`;

export function papersWords(event: PapersEvent, names: Names): Said {
  switch (event.type) {
    case 'consent.signed':
      return said(
        `Consent signed: ${consentText(event.document).title}`,
        consentWords(event.name, event.version),
      );
    case 'consent.withdrawn':
      return said(`Consent withdrawn: ${consentText(event.document).title}`);
    case 'location.attested': {
      const { address, place } = event;
      const { doorNotes } = address;
      return said(
        place === 'home' ? 'Address confirmed: at home' : 'Address confirmed: elsewhere',
        doorNotes ? `${addressLine(address)}. ${doorNotes}` : addressLine(address),
      );
    }
    case 'checklist.ticked':
      return said(`Checked: ${CHECKLIST_WORDS[event.item]}`);
    case 'checklist.unticked':
      return said(`Not checked any more: ${CHECKLIST_WORDS[event.item]}`);
    case 'fasting.reported':
      return said(`Without food for ${event.hours} h`);
    case 'today.reported':
      return event.took === null ? said('Taken today: nothing') : said('Taken today', event.took);
    case 'intention.written':
      return said('Intention', event.words);
    case 'phrase.written':
      return said('Own grounding words', event.words);
    case 'touch.agreed':
      return said(`Touch: ${TOUCH_WORDS[event.touch]}`);
    case 'booster.answered':
      return said(`Booster, asked beforehand: ${boosterWords(event.agreed)}`);
    case 'chaperone.agreed':
      return said(
        `${nameFirst(names, 'chaperone')} agreed to the chaperone’s duties`,
        `agreed as “${event.name}”, phone ${event.phone}`,
      );
    default:
      return unreachable(event);
  }
}
