export { LANGUAGE_NAMES } from './language-names.ts';
export {
  choices,
  currentLanguage,
  LANGUAGES,
  listed,
  locale,
  m,
  plural,
  t,
  type Language,
} from './language.ts';
export { told } from './told.ts';
