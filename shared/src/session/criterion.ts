import { z } from 'zod';
import { words } from '../words.ts';

/** The release criteria (domain.md: MA, RCEM, JC-ch, SPR). */
export const Criterion = z.enum([
  'vitals_stable',
  'oriented',
  'walks',
  'nausea',
  'adult_present',
  'chaperone_stays',
  'no_driving',
]);
export type Criterion = z.infer<typeof Criterion>;

export const CRITERION_WORDS: Record<Criterion, string> = {
  vitals_stable: words('Vitals stable'),
  oriented: words('Oriented to person, place and time'),
  walks: words('Walks without help or dizziness'),
  nausea: words('Little or no nausea'),
  adult_present: words('A competent adult is present and instructed'),
  chaperone_stays: words('The chaperone stays until the client moves safely'),
  no_driving: words('No driving before a night’s sleep: understood'),
};
