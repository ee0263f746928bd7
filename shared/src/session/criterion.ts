import { z } from 'zod';

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
  vitals_stable: 'Vitals stable',
  oriented: 'Oriented to person, place and time',
  walks: 'Walks without help or dizziness',
  nausea: 'Little or no nausea',
  adult_present: 'A competent adult is present and instructed',
  chaperone_stays: 'The chaperone stays until the client moves safely',
  no_driving: 'No driving before a night’s sleep: understood',
};
