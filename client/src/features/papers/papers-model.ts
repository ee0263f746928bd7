import { consentVersion, ConsentDocument } from '@sojourn/shared/session/consent';
import { ChecklistItem, isToday } from '@sojourn/shared/session/papers';
import type { SessionKind } from '@sojourn/shared/session/phase';
import type { ClientPapers, SessionView } from '@sojourn/shared/session/view';
import { isDaysAhead } from '../../connection/session-day.ts';
import { m, t } from '../../language/index.ts';
import { locationStanding } from './location-model.ts';

/* The client's page before the dose: its short sections, in any order, each done or open. */

export type SectionId = 'path' | 'consents' | 'location' | 'room' | 'body' | 'words';

/**
 * `again`: it was answered on another day. `stopped`: the answer ends today's session. `free`: nothing
 * waits for it. `later`: it is asked on the day of the session.
 */
export type Standing = 'done' | 'open' | 'again' | 'stopped' | 'free' | 'later';

export interface Section {
  id: SectionId;
  title: string;
  /** Null where there is nothing to answer. */
  standing: Standing | null;
}

/** The client's papers, wherever they stand now; null once nothing is asked any more (DO4). */
export function papersOf(view: SessionView | null): ClientPapers | null {
  switch (view?.screen) {
    case 'lobby':
    case 'client':
      return view.papers;
    default:
      return null;
  }
}

/** A session without medicine needs the place only: that is the law's (GD4). */
const SECTIONS: Record<'dosing' | 'talking', readonly SectionId[]> = {
  dosing: ['path', 'consents', 'location', 'room', 'body', 'words'],
  talking: ['path', 'location'],
};

const SECTION_TITLES: Record<SectionId, string> = {
  path: m('Your way through the treatment'),
  consents: m('Three texts to read and sign'),
  location: m('Where you are today'),
  room: m('Your room and your day'),
  body: m('Food and medicines today'),
  words: m('In your own words'),
};

/** What would be of yesterday when the session begins. */
const OF_THE_DAY: readonly SectionId[] = ['location', 'room', 'body'];

/** Nobody has come yet, and it is another day. Who is here is asked everything, whatever was planned. */
export const isAhead = (view: SessionView, now: number): boolean =>
  view.screen === 'lobby' && view.admission === 'expected' && isDaysAhead(view, now);

/** @param now ms since the epoch, server's clock */
export function sections(
  papers: ClientPapers,
  kind: SessionKind,
  now: number,
  ahead = false,
): Section[] {
  return SECTIONS[kind === 'dosing' ? 'dosing' : 'talking'].map((id) => ({
    id,
    title: t(SECTION_TITLES[id]),
    standing: ahead && OF_THE_DAY.includes(id) ? 'later' : standingOf(id, papers, now),
  }));
}

function standingOf(id: SectionId, papers: ClientPapers, now: number): Standing | null {
  switch (id) {
    case 'path':
      return null;
    case 'consents':
      return ConsentDocument.options.every((d) => consentStanding(papers, d) === 'signed')
        ? 'done'
        : 'open';
    case 'location': {
      const { standing } = locationStanding(papers, now);
      return standing === 'said' ? 'done' : standing;
    }
    case 'room':
      return dayStanding(
        ChecklistItem.options.map((item) => tickOf(papers, item)),
        now,
      );
    case 'body':
      return dayStanding([papers.fasting, papers.today], now);
    case 'words': {
      const { intention, phrase, touch } = papers;
      return intention !== null && phrase !== null && touch !== null ? 'done' : 'free';
    }
  }
}

const tickOf = ({ checklist }: ClientPapers, item: ChecklistItem) => {
  const at = checklist[item];
  return at === undefined ? null : { at };
};

/** Of the room as it is today (PA5): what was in place yesterday is looked at again. */
export const isTicked = (papers: ClientPapers, item: ChecklistItem, now: number): boolean =>
  isToday(tickOf(papers, item), now);

/** Answers about a day count for that day: older ones are shown, and asked again (PA5). */
function dayStanding(
  answers: readonly ({ at: number } | null)[],
  now: number,
): 'done' | 'open' | 'again' {
  if (answers.every((answer) => isToday(answer, now))) return 'done';
  return answers.some((answer) => answer === null) ? 'open' : 'again';
}

/** `renewed`: signed, to a text that has changed since (PA1). */
export type ConsentStanding = 'signed' | 'unsigned' | 'renewed';

export function consentStanding(
  { consents }: Pick<ClientPapers, 'consents'>,
  document: ConsentDocument,
): ConsentStanding {
  const signed = consents[document];
  if (signed === null) return 'unsigned';
  return signed.version === consentVersion(document) ? 'signed' : 'renewed';
}

const isWaiting = ({ standing }: Section) =>
  standing === 'open' || standing === 'again' || standing === 'stopped';

export const openSections = (all: readonly Section[]): Section[] => all.filter(isWaiting);

/** Where somebody who likes to go on is led: the next section that waits, after this one or before it. */
export function nextOpen(all: readonly Section[], after: SectionId): Section | null {
  const here = all.findIndex(({ id }) => id === after);
  return [...all.slice(here + 1), ...all.slice(0, here)].find(isWaiting) ?? null;
}

/** One true sentence on all of it: no count to reach, and no hurry. */
export function openWords(open: number): string {
  if (open === 0) return t('Everything is answered.');
  return open === 1
    ? t('One thing is still open.')
    : t('{count} things are still open.', { count: open });
}

export const STANDING_WORDS: Record<Standing, string> = {
  done: m('Done'),
  open: m('Still open'),
  again: m('Confirm again'),
  stopped: m('Please read'),
  free: m('If you like'),
  later: m('On the day'),
};
