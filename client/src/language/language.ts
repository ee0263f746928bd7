import { Language } from '@sojourn/shared/language';

/*
 * The language of this browser's screens (LA1). The English text is the key, so a text without a
 * translation is still a text. `t` reads module state: call it when a screen is drawn, never while a
 * module loads; a table at module level holds `m('…')` and is given to `t` where it is shown.
 */

export type { Language };
export const LANGUAGES = Language.options;

export type Values = Readonly<Record<string, string | number>>;
/** English text → the same in another language. */
export type Catalogue = ReadonlyMap<string, string>;

interface Spoken {
  language: Language;
  catalogue: Catalogue;
}

let spoken: Spoken = { language: 'en', catalogue: new Map() };
const listeners = new Set<() => void>();

export const currentLanguage = (): Language => spoken.language;
export const currentCatalogue = (): Catalogue => spoken.catalogue;

/** For dates and numbers: this browser's own variant of the language where it has one. */
export function locale(): string {
  const own = typeof navigator === 'undefined' ? [] : navigator.languages;
  const fallback = spoken.language === 'es' ? 'es-US' : 'en-US';
  return own.find((tag) => tag.toLowerCase().split('-')[0] === spoken.language) ?? fallback;
}

export function speak(next: Spoken): void {
  spoken = next;
  for (const listener of listeners) listener();
}

export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A text that is kept in a table, for the catalogue; `t` is called where it is shown. */
export const m = <Text extends string>(text: Text): Text => text;

/** One English word that is two in another language: `t('verb|Record')` is shown as "Record". */
const CONTEXT = /^[a-z]+\|/;

/** `t('{name} is coming', { name })`: in the chosen language, with its values in place. */
export const t = (text: string, values?: Values): string =>
  filled(spoken.catalogue.get(text) ?? text.replace(CONTEXT, ''), values);

/** By the rules of the chosen language; `{count}` stands in the forms. */
export function plural(
  count: number,
  forms: Readonly<{ one: string; other: string }>,
  values?: Values,
): string {
  const form = new Intl.PluralRules(spoken.language).select(count);
  return t(form === 'one' ? forms.one : forms.other, { ...values, count });
}

const PLACE = /\{(\w+)\}/g;

export function filled(text: string, values: Values = {}): string {
  const said = text.replace(PLACE, (place, name: string) => String(values[name] ?? place));
  // "de el cliente" is "del cliente", also where "el cliente" comes as a value.
  return spoken.language === 'es' ? said.replace(/\b(de|a) el\b/gi, '$1l') : said;
}

interface Labelled {
  label: string;
  description?: string | undefined;
}

/** A table of choices whose words are kept by `m`, as they are shown. */
export const choices = <Choice extends Labelled>(table: readonly Choice[]): Choice[] =>
  table.map((choice) => ({
    ...choice,
    label: t(choice.label),
    ...(choice.description !== undefined && { description: t(choice.description) }),
  }));

/** "a, b and c", as the chosen language lists. */
export const listed = (parts: readonly string[]): string =>
  // British: no comma before "and".
  new Intl.ListFormat(spoken.language === 'en' ? 'en-GB' : spoken.language).format(parts);
