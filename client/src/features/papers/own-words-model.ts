import type { Command } from '@sojourn/shared/session/command';
import type { TouchAgreement } from '@sojourn/shared/session/papers';
import { t } from '../../language/index.ts';
import type { RadioOption } from '../../ui/index.ts';

export const touchOptions = (): readonly RadioOption<TouchAgreement>[] => [
  { value: 'hand', label: t('A hand on mine is welcome') },
  { value: 'ask', label: t('Only when they have asked me') },
  { value: 'safety_only', label: t('Only to keep me safe') },
];

export type BoosterChoice = 'yes' | 'no' | 'unsure';

export const boosterOptions = (): readonly RadioOption<BoosterChoice>[] => [
  { value: 'yes', label: t('I would be open to it') },
  { value: 'no', label: t('No') },
  { value: 'unsure', label: t('Not sure') },
];

/** DO6: "not sure" is no answer; who had said yes before takes it back by it. Null: nothing to tell. */
export function boosterCommand(choice: BoosterChoice, known: boolean | null): Command | null {
  if (choice === 'unsure') {
    return known === null ? null : { type: 'booster.answer', agreed: false };
  }
  return { type: 'booster.answer', agreed: choice === 'yes' };
}

export function boosterChoice(known: boolean | null): BoosterChoice | null {
  if (known === null) return null;
  return known ? 'yes' : 'no';
}
