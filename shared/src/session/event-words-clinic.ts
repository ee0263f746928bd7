import { unreachable } from '../result.ts';
import { CRITERION_WORDS } from './criterion.ts';
import { nameOf, said, type Names, type Said } from './event-words-parts.ts';
import type { ReleaseEvent } from './release.ts';
import { readingWords } from './vitals-words.ts';
import type { Reading, VitalsEvent } from './vitals.ts';
import type { Mark, WatchEvent } from './watch.ts';

export const METHOD_WORDS: Record<Reading['method'], string> = {
  upper_arm_cuff: 'upper-arm cuff',
  wrist_cuff: 'wrist cuff',
  manual_cuff: 'cuff and stethoscope',
  oximeter_only: 'oximeter only',
};

export const MARK_WORDS: Record<Mark, string> = {
  nausea: 'nausea',
  vomiting: 'vomiting',
  tearful: 'tearful',
  laughing: 'laughing',
  moving: 'moving',
  talking: 'talking',
  fear: 'fear',
  speaks: 'speaks',
  eyes_open: 'eyes open',
  oriented: 'knows who and where they are, and the day',
};

export function vitalsEventWords(event: VitalsEvent): Said {
  switch (event.type) {
    case 'vitals.recorded':
      return said(
        `Vitals ${readingWords({ ...event, struck: null })}`,
        `read by the ${event.readBy}, ${METHOD_WORDS[event.method]}`,
        { label: 'read at', at: event.takenAt },
      );
    case 'vitals.struck':
      return said('Reading struck: it was entered in error', event.reason);
    case 'vitals.overridden':
      return said(
        'The prescriber decided on vitals outside the order',
        `${event.prescriberName}, ${event.prescriberPhone}: ${event.reason}`,
        { label: 'spoken at', at: event.spokenAt },
      );
    default:
      return unreachable(event);
  }
}

export function watchWords(event: WatchEvent, names: Names): Said {
  switch (event.type) {
    case 'look.recorded':
      return said(`Looked at ${nameOf(names, 'client')}`);
    case 'mark.recorded':
      return said(`Seen: ${MARK_WORDS[event.mark]}`);
    case 'note.written':
      return said('Note', event.words);
    default:
      return unreachable(event);
  }
}

export function releaseWords(event: ReleaseEvent, names: Names): Said {
  switch (event.type) {
    case 'release.ticked':
      return said(
        `${event.met ? 'Met' : 'Not met'}: ${CRITERION_WORDS[event.criterion]}`,
        event.value,
      );
    case 'release.signed':
      return said(`Release signed by ${nameOf(names, event.role)}`, `signed “${event.name}”`);
    case 'session.handed_over':
      return said(`Handed over to ${event.to}`, `They were told: ${event.told}`, {
        label: 'handed over at',
        at: event.handedOverAt,
      });
    case 'addendum.written':
      return said('Addendum', event.words);
    default:
      return unreachable(event);
  }
}
