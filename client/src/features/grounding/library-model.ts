import {
  KIND_WORDS,
  PromptKind,
  type Need,
  type Prompt,
} from '@sojourn/shared/session/library/exercise';
import { promptById, PROMPTS } from '@sojourn/shared/session/prompt-library';
import {
  avoided,
  avoidOf,
  isCurrent,
  PHRASE,
  phraseOf,
  practiceExercises,
} from '@sojourn/shared/session/prompt-offer';
import type { TherapistView } from '@sojourn/shared/session/view';
import type { Mark } from '@sojourn/shared/session/watch';
import { plural, t } from '../../language/index.ts';
import { faceOf, practiceHelped, type PromptFace } from './face-model.ts';
import { CAUTION_WORDS, NEED_WORDS } from './kind-words.ts';
import { whereOf } from './offer-model.ts';

/* What can be offered, found and suggested. Nothing is hidden: the therapist decides (GR12). */

export interface Item {
  promptId: string;
  kind: PromptKind;
  face: PromptFace;
  /** For the therapist; empty for what is not our own. */
  why: string;
  helps: readonly Need[];
  notWith: readonly Need[];
  /** "About 2 minutes", "As long as you like". */
  length: string;
  /** It belongs to this phase. */
  fits: boolean;
  favourite: boolean;
  /** What the client asked not to be offered, in words; null: nothing (GR7). */
  avoid: string | null;
}

const lengthWords = (seconds: number | null): string => {
  if (seconds === null) return t('As long as you like');
  return seconds < 60
    ? t('Half a minute')
    : plural(Math.round(seconds / 60), {
        one: 'About {count} minute',
        other: 'About {count} minutes',
      });
};

export function itemsOf(view: TherapistView): Item[] {
  const facts = whereOf(view);
  const favourites = view.care.grounding?.favourites ?? [];
  const phrase = phraseOf(view);
  const own = [
    ...(phrase === null
      ? []
      : [{ kind: 'rest' as const, promptId: PHRASE, words: { title: '', lines: [phrase] } }]),
    ...practiceExercises(view).map((exercise) => ({
      kind: exercise.kind,
      ...practiceHelped(exercise),
    })),
  ];
  const item = (
    promptId: string,
    kind: PromptKind,
    face: PromptFace | null,
    prompt?: Prompt,
  ): Item[] => {
    if (!face) return [];
    const cautions = avoided(view, promptId).map((caution) => t(CAUTION_WORDS[caution]));
    return [
      {
        promptId,
        kind,
        face,
        why: prompt ? t(prompt.why) : '',
        helps: prompt?.helps ?? [],
        notWith: prompt?.notWith ?? [],
        length: lengthWords(prompt?.seconds ?? null),
        fits: prompt?.phases.includes(view.phase) ?? true,
        favourite: favourites.includes(promptId),
        avoid: cautions.length > 0 ? cautions.join(', ') : null,
      },
    ];
  };
  return [
    ...own.flatMap((mine) => item(mine.promptId, mine.kind, faceOf(mine, facts))),
    ...PROMPTS.flatMap((prompt) =>
      item(prompt.promptId, prompt.kind, faceOf({ ...prompt, words: null }, facts), prompt),
    ),
  ];
}

export interface Group {
  id: string;
  title: string;
  items: readonly Item[];
}

/**
 * What stands in the list: what a few letters find, everything where that was asked for, else what belongs
 * to the phase, to the client and to the practice: a keyboard goes through all of it.
 */
export const listed = (items: readonly Item[], typed: string, all: boolean): readonly Item[] =>
  typed.trim() !== '' || all
    ? search(items, typed)
    : items.filter(({ fits, favourite }) => fits || favourite);

/** What is the client's and the practice's first, then by kind, what fits the phase first. */
export function groupsOf(items: readonly Item[]): Group[] {
  const isOwn = ({ promptId }: Item) => !promptById(promptId);
  const group = (id: string, title: string, part: readonly Item[]): Group => ({
    id,
    title,
    items: part.toSorted((a, b) => Number(b.fits) - Number(a.fits)),
  });
  return [
    group(
      'favourites',
      t('What helped before'),
      items.filter(({ favourite }) => favourite),
    ),
    group('own', t('Own words, and the practice’s'), items.filter(isOwn)),
    ...PromptKind.options.map((kind) =>
      group(
        kind,
        t(KIND_WORDS[kind]),
        items.filter((item) => item.kind === kind && !isOwn(item)),
      ),
    ),
  ].filter((each) => each.items.length > 0);
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

/** By a few letters of what it is called, says, leans on or helps with; every word must be found. */
export function search(items: readonly Item[], typed: string): readonly Item[] {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return items;
  const found = items.filter(({ face, kind, helps }) => {
    const text = plain(
      [
        face.title,
        ...face.lines,
        t(KIND_WORDS[kind]),
        ...helps.map((need) => t(NEED_WORDS[need])),
      ].join(' '),
    );
    return wanted.every((word) => text.includes(word));
  });
  const inTitle = ({ face }: Item) => wanted.every((word) => plain(face.title).includes(word));
  return found.toSorted((a, b) => Number(inTitle(b)) - Number(inTitle(a)));
}

/** What a mark of the watch, seen lately, may ask for. */
const NEED_OF: Partial<Record<Mark, Need>> = {
  nausea: 'nausea',
  vomiting: 'nausea',
  fear: 'fear',
  tearful: 'tears',
  moving: 'restless',
};
/** ms */
const LATELY = 20 * 60_000;

/** What the client may need just now: as marked in the watch, and as they said themselves. */
export function needsOf({ timeline, pace, phase }: TherapistView, now: number): Need[] {
  const marked = timeline.toReversed().flatMap(({ event, at }) => {
    const need = event.type === 'mark.recorded' && now - at < LATELY ? NEED_OF[event.mark] : null;
    return need ? [need] : [];
  });
  const asked = pace
    .filter(({ kind, lastAt }) => kind === 'stay' && now - lastAt < LATELY)
    .map((): Need => 'lonely');
  const back: Need[] = phase === 'return' ? ['coming_back'] : [];
  return [...new Set([...marked, ...asked, ...back])];
}

export interface Suggestion {
  item: Item;
  /** The need that it was found for; null: it fits the phase. */
  need: Need | null;
}

const SUGGESTED = 4;

/**
 * A few to begin with, never offered by themselves: by need, then by phase; what helped before first;
 * without what the client would rather not have, what is bad for a need of now, and what was just there.
 */
export function suggestions(
  view: TherapistView,
  items: readonly Item[],
  now: number,
): Suggestion[] {
  const needs = needsOf(view, now);
  const lately = new Set(
    view.prompts
      .filter((offer) => isCurrent(offer) || now - offer.offeredAt < LATELY)
      .map(({ promptId }) => promptId),
  );
  const good = items.filter(
    ({ promptId, avoid, notWith, fits }) =>
      fits &&
      avoid === null &&
      !lately.has(promptId) &&
      !notWith.some((need) => needs.includes(need)),
  );
  const score = ({ helps, favourite }: Item) =>
    helps.filter((need) => needs.includes(need)).length * 2 + (favourite ? 3 : 0);
  return good
    .toSorted((a, b) => score(b) - score(a))
    .filter((item) => needs.length === 0 || score(item) > 0)
    .slice(0, SUGGESTED)
    .map((item) => ({ item, need: needs.find((need) => item.helps.includes(need)) ?? null }));
}

/** "would rather not: …", for the head of the panel; null: nothing was marked (GR7). */
export const avoidWords = (view: TherapistView): string | null => {
  const avoid = avoidOf(view);
  return avoid.length === 0 ? null : avoid.map((caution) => t(CAUTION_WORDS[caution])).join(', ');
};
