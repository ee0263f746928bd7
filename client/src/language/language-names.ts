import type { Language } from '@sojourn/shared/language';

/** Each in its own words: whoever reads one of them finds it (LA1). */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', es: 'Español' };
