import { stateName, US_STATES, UsState } from '@sojourn/shared/care/us-state';
import type { Command } from '@sojourn/shared/session/command';
import { isToday } from '@sojourn/shared/session/papers';
import type { ClientPapers } from '@sojourn/shared/session/view';
import { t } from '../../language/index.ts';

/* Where the client is, confirmed each time, so that helpers can find them, and the law is kept (PA3). */

type Place = NonNullable<ClientPapers['location']>;

export type LocationStanding =
  | { standing: 'open' }
  /** `stopped`: today they are where the therapist is not licensed (PA4). */
  | { standing: 'again' | 'said' | 'stopped'; said: Place };

/** @param now ms since the epoch, server's clock */
export function locationStanding(
  { location, licensedStates }: Pick<ClientPapers, 'location' | 'licensedStates'>,
  now: number,
): LocationStanding {
  if (location === null) return { standing: 'open' };
  if (!isToday(location, now)) return { standing: 'again', said: location };
  const standing = licensedStates.includes(location.state) ? 'said' : 'stopped';
  return { standing, said: location };
}

export const placeWords = ({ place, state }: Place): string =>
  place === 'home'
    ? t('At home, in {state}', { state: stateName(state) })
    : t('Somewhere else, in {state}', { state: stateName(state) });

/** "Colorado", "Colorado and Utah", "Colorado, Utah and Maine". */
export function statesWords(states: readonly UsState[]): string {
  const names = states.map(stateName);
  return names.length < 2
    ? (names[0] ?? '')
    : t('{states} and {last}', { states: names.slice(0, -1).join(', '), last: names.at(-1) ?? '' });
}

export interface AddressForm {
  street: string;
  city: string;
  state: string;
  zip: string;
  doorNotes: string;
}

/** Not yet checked: `state` may still be empty, which the schema says in words. */
export const elsewhereCommand = (form: AddressForm): Command => ({
  type: 'location.attest',
  elsewhere: {
    ...form,
    state: form.state as UsState,
    doorNotes: form.doorNotes.trim() === '' ? null : form.doorNotes,
  },
});

export const STATE_OPTIONS = UsState.options.map((value) => ({ value, label: US_STATES[value] }));
