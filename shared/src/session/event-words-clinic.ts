import { unreachable } from '../result.ts';
import { CRITERION_WORDS } from './criterion.ts';
import { nameOf, quoted, said, type Names, type Said } from './event-words-parts.ts';
import { THE_ROLE } from './role.ts';
import type { ReleaseEvent } from './release.ts';
import { readingWords } from './vitals-words.ts';
import type { Reading, VitalsEvent } from './vitals.ts';
import type { Mark, WatchEvent } from './watch.ts';
import { words } from '../words.ts';

export const METHOD_WORDS: Record<Reading['method'], string> = {
  upper_arm_cuff: words('upper-arm cuff'),
  wrist_cuff: words('wrist cuff'),
  manual_cuff: words('cuff and stethoscope'),
  oximeter_only: words('oximeter only'),
};

export const MARK_WORDS: Record<Mark, string> = {
  nausea: words('nausea'),
  vomiting: words('vomiting'),
  tearful: words('tearful'),
  laughing: words('laughing'),
  moving: words('moving'),
  talking: words('talking'),
  fear: words('fear'),
  speaks: words('speaks'),
  eyes_open: words('eyes open'),
  oriented: words('knows who and where they are, and the day'),
};

export function vitalsEventWords(event: VitalsEvent): Said {
  switch (event.type) {
    case 'vitals.recorded':
      return said(
        words('Vitals {reading}', { reading: readingWords({ ...event, struck: null }) }),
        words('read by {who}, {method}', {
          who: THE_ROLE[event.readBy],
          method: METHOD_WORDS[event.method],
        }),
        { label: words('read at'), at: event.takenAt },
      );
    case 'vitals.struck':
      return quoted(words('Reading struck: it was entered in error'), event.reason);
    case 'vitals.overridden':
      return said(
        words('The prescriber decided on vitals outside the order'),
        `${event.prescriberName}, ${event.prescriberPhone}: ${event.reason}`,
        { label: words('spoken at'), at: event.spokenAt },
      );
    default:
      return unreachable(event);
  }
}

export function watchWords(event: WatchEvent, names: Names): Said {
  switch (event.type) {
    case 'look.recorded':
      return said(words('Looked at {who}', { who: nameOf(names, 'client') }));
    case 'mark.recorded':
      return said(words('Seen: {mark}', { mark: MARK_WORDS[event.mark] }));
    case 'note.written':
      return quoted(words('Note'), event.words);
    default:
      return unreachable(event);
  }
}

export function releaseWords(event: ReleaseEvent, names: Names): Said {
  switch (event.type) {
    case 'release.ticked': {
      const what = CRITERION_WORDS[event.criterion];
      const title = event.met ? words('Met: {what}', { what }) : words('Not met: {what}', { what });
      return quoted(title, event.value);
    }
    case 'release.signed':
      return said(
        words('Release signed by {who}', { who: nameOf(names, event.role) }),
        words('signed “{name}”', { name: event.name }),
      );
    case 'session.handed_over':
      return said(
        words('Handed over to {name}', { name: event.to }),
        words('They were told: {words}', { words: event.told }),
        {
          label: words('handed over at'),
          at: event.handedOverAt,
        },
      );
    case 'addendum.written':
      return quoted(words('Addendum'), event.words);
    default:
      return unreachable(event);
  }
}
