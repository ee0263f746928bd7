import { LANGUAGES, speak, type Language } from './language.ts';

const KEY = 'sojourn.language';

const isLanguage = (text: string | null): text is Language => LANGUAGES.some((one) => one === text);

/** What this device chose, else the first of the browser's languages that we speak, else English. */
export function firstLanguage(stored: string | null, preferred: readonly string[]): Language {
  if (isLanguage(stored)) return stored;
  const spoken = preferred.map((tag) => tag.toLowerCase().split('-')[0] ?? '');
  return spoken.find((one): one is Language => isLanguage(one)) ?? 'en';
}

/** Once, before the first screen. Where the words cannot be had, the screen is in English. */
export async function startLanguage(): Promise<void> {
  const language = firstLanguage(stored(), navigator.languages);
  if (language !== 'en') await say(language).catch(() => undefined);
}

/** Rejects where the words cannot be loaded: then the language stays as it was. */
export async function setLanguage(language: Language): Promise<void> {
  await say(language);
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Full or refused: chosen for this visit.
  }
}

async function say(language: Language): Promise<void> {
  const catalogue =
    language === 'es' ? (await import('./spanish.ts')).spanish : new Map<string, string>();
  if (typeof document !== 'undefined') document.documentElement.lang = language;
  speak({ language, catalogue });
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
