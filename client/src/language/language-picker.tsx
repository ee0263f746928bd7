import { useState } from 'react';
import { setLanguage } from './choose-language.ts';
import styles from './language-picker.module.css';
import { LANGUAGE_NAMES } from './language-names.ts';
import { LANGUAGES, type Language } from './language.ts';
import { useLanguage } from './use-language.ts';

/** In its own words: whoever asked for it reads it (LA1). */
const NOT_LOADED: Record<Language, string> = {
  en: 'English could not be loaded. Please try again.',
  es: 'No se pudo cargar el español. Inténtelo de nuevo.',
};

/** The language of this device: the same screen is drawn anew, and nothing else changes. */
export function LanguagePicker() {
  const spoken = useLanguage();
  const [missing, setMissing] = useState<Language | null>(null);
  const choose = (language: Language) => {
    setMissing(null);
    setLanguage(language).catch(() => setMissing(language));
  };
  return (
    <div className={styles.picker} role="group" aria-label="Language · Idioma">
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          className={styles.language}
          lang={language}
          aria-pressed={language === spoken}
          onClick={() => choose(language)}
        >
          {LANGUAGE_NAMES[language]}
        </button>
      ))}
      {missing && (
        <p role="alert" lang={missing} className={styles.missing}>
          {NOT_LOADED[missing]}
        </p>
      )}
    </div>
  );
}
