import { addressLine } from '../care/client-record.ts';
import type { Language } from '../language.ts';
import { unreachable } from '../result.ts';
import { consentText } from './consent.ts';
import { nameFirst, quoted, said, type Names, type Said } from './event-words-parts.ts';
import type { Caution } from './library/exercise.ts';
import type { ChecklistItem, PapersEvent, TouchAgreement } from './papers.ts';
import { words } from '../words.ts';

export const CHECKLIST_WORDS: Record<ChecklistItem, string> = {
  chaperone_near: words('chaperone in another room near by'),
  bathroom_path: words('way to the bathroom clear'),
  spit_cup: words('cup to spit into'),
  basin: words('lined basin'),
  eye_mask: words('eye mask'),
  music: words('music without advertisements'),
  phone_charged: words('phone or computer charged'),
  nothing_later: words('nothing to do later today'),
  no_driving: words('no driving until tomorrow'),
};

export const TOUCH_WORDS: Record<TouchAgreement, string> = {
  hand: words('a hand is welcome'),
  ask: words('only when the client asked'),
  safety_only: words('only for safety'),
};

export const CAUTION_WORDS: Record<Caution, string> = {
  body_scan: words('going through the body part by part'),
  breath_focus: words('attending to the breath'),
  self_touch: words('hands on one’s own body'),
  imagery: words('picturing things'),
  sound: words('listening to sounds or music'),
  movement: words('moving'),
};

/** As it was agreed: "open to it" is no request. */
export const boosterWords = (agreed: boolean): string =>
  agreed ? words('open to it') : words('no');

/** @param version of the text that was read before it was signed, in which language */
export const consentWords = (name: string, version: string, language: Language = 'en'): string =>
  language === 'es'
    ? words('signed “{name}”, text {version}, read in Spanish', { name, version })
    : words('signed “{name}”, text {version}', { name, version });

export function papersWords(event: PapersEvent, names: Names): Said {
  switch (event.type) {
    case 'consent.signed':
      return said(
        words('Consent signed: {title}', { title: consentText(event.document).title }),
        consentWords(event.name, event.version, event.language),
      );
    case 'consent.withdrawn':
      return said(
        words('Consent withdrawn: {title}', { title: consentText(event.document).title }),
      );
    case 'location.attested': {
      const { address, place } = event;
      const { doorNotes } = address;
      return quoted(
        place === 'home'
          ? words('Address confirmed: at home')
          : words('Address confirmed: elsewhere'),
        doorNotes ? `${addressLine(address)}. ${doorNotes}` : addressLine(address),
      );
    }
    case 'checklist.ticked':
      return said(words('Checked: {item}', { item: CHECKLIST_WORDS[event.item] }));
    case 'checklist.unticked':
      return said(
        words('Not checked any more: {item}', {
          item: CHECKLIST_WORDS[event.item],
        }),
      );
    case 'fasting.reported':
      return said(words('Without food for {hours} h', { hours: event.hours }));
    case 'today.reported':
      return event.took === null
        ? said(words('Taken today: nothing'))
        : quoted(words('Taken today'), event.took);
    case 'intention.written':
      return quoted(words('Intention'), event.words);
    case 'phrase.written':
      return quoted(words('Own grounding words'), event.words);
    case 'touch.agreed':
      return said(words('Touch: {touch}', { touch: TOUCH_WORDS[event.touch] }));
    case 'booster.answered':
      return said(
        words('Booster, asked beforehand: {booster}', { booster: boosterWords(event.agreed) }),
      );
    case 'avoid.marked':
      return said(
        event.on
          ? words('Rather not offered: {caution}', { caution: CAUTION_WORDS[event.caution] })
          : words('May be offered again: {caution}', { caution: CAUTION_WORDS[event.caution] }),
      );
    case 'chaperone.agreed':
      return said(
        words('{who} agreed to the chaperone’s duties', { who: nameFirst(names, 'chaperone') }),
        words('agreed as “{name}”, phone {phone}', { name: event.name, phone: event.phone }),
      );
    default:
      return unreachable(event);
  }
}
