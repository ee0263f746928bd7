export {
  choices,
  currentLanguage,
  listed,
  locale,
  m,
  plural,
  t,
  type Language,
} from './language.ts';
export { told } from './told.ts';
