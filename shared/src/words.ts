export type WordValues = Readonly<Record<string, string | number>>;

/**
 * A sentence for people, in English: `words('{name} is coming', { name })`. A browser recognises it by
 * its template and says it in its own language (LA2), so each template says enough to be told from the
 * others. A value named `name` or `words`, or ending so, is somebody's own and stays as it is.
 */
export const words = (template: string, values: WordValues = {}): string =>
  template.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
