import { useSyncExternalStore } from 'react';
import { currentLanguage, onLanguage, type Language } from './language.ts';

/** Draws anew when another language is chosen: the root uses it, and so all below it, in place. */
export const useLanguage = (): Language => useSyncExternalStore(onLanguage, currentLanguage);
