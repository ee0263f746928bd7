/** A stretch of the text that is spoken in one breath: indices, the end not included. */
export interface Sentence {
  from: number;
  to: number;
}

/** Some browsers fall silent in an utterance that lasts longer than about fifteen seconds. */
const LONGEST = 160;

/**
 * The text in sentences: the voice rests between them, and a browser that tells of no words is in step
 * by sentences at least.
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const { 0: part, index } of text.matchAll(/[^.!?…。\n]*[.!?…。\n]*\s*/gu)) {
    let from = index;
    const end = index + part.length;
    while (end - from > LONGEST) {
      const to = breakBefore(text, from + LONGEST, from);
      sentences.push({ from, to });
      from = to;
    }
    if (text.slice(from, end).trim() !== '') sentences.push({ from, to: end });
  }
  return sentences;
}

/** After a space where there is one, and never within a letter of two code units. */
function breakBefore(text: string, at: number, after: number): number {
  const space = text.lastIndexOf(' ', at - 1);
  return space > after ? space + 1 : wholeLetter(text, at);
}

const wholeLetter = (text: string, at: number): number =>
  /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) ? at - 1 : at;

/** Where the word that begins at or holds `at` ends: what is spoken now is shown to its end. */
export function wordEnd(text: string, at: number): number {
  const rest = text.slice(at).search(/\S\s/u);
  return rest < 0 ? text.length : at + rest + 1;
}

/** The text as it is shown while it is spoken. */
export const inStep = (text: string, said: number): { said: string; ahead: string } => {
  const at = wholeLetter(text, Math.min(Math.max(0, said), text.length));
  return { said: text.slice(0, at), ahead: text.slice(at) };
};

/** What is needed of a browser's voice. */
export interface Voice {
  voiceURI: string;
  name: string;
  lang: string;
  /** Works without a network. */
  localService: boolean;
}

const base = (lang: string) => lang.toLowerCase().split(/[-_]/, 1)[0];

/** The voices of a language: those that need no network first, then as this browser's people say it. */
export function voicesFor<V extends Voice>(voices: readonly V[], lang: string): readonly V[] {
  const exact = (voice: Voice) => voice.lang.replace('_', '-').toLowerCase() === lang.toLowerCase();
  return voices
    .filter((voice) => base(voice.lang) === base(lang))
    .toSorted(
      (a, b) =>
        Number(b.localService) - Number(a.localService) ||
        Number(exact(b)) - Number(exact(a)) ||
        a.name.localeCompare(b.name),
    );
}

/** The chosen one while this browser has it, else the first that fits; undefined: the browser's own. */
export const voiceOf = <V extends Voice>(
  voices: readonly V[],
  chosen: string | null,
  lang: string,
): V | undefined =>
  voicesFor(voices, lang).find((voice) => voice.voiceURI === chosen) ?? voicesFor(voices, lang)[0];

/** Slower than speech: somebody altered hears each word land. */
export const SPEECH_RATE = { slow: 0.8, slower: 0.62 } as const;
