import type { GuestRole } from '@sojourn/shared/session/role';
import type { DeviceRequest } from '@sojourn/shared/session/state';
import type { TherapistView } from '@sojourn/shared/session/view';
import { nameOr } from '../../connection/words.ts';
import { t } from '../../language/index.ts';

export interface Waiting {
  role: GuestRole;
  name: string;
  /** Their page is open now; else they came and their phone sleeps. */
  connected: boolean;
}

export const waitingPeople = (view: TherapistView): Waiting[] =>
  (['client', 'chaperone'] as const)
    .filter((role) => view.people[role].admission === 'waiting')
    .map((role) => ({
      role,
      name: nameOr(view.people[role].name, role),
      connected: view.people[role].connected,
    }));

export const deviceWords = (request: DeviceRequest, view: TherapistView): string =>
  t('Another device asks to come in as {name}.', {
    name: nameOr(view.people[request.role].name, request.role),
  });

/** Who came to the door since the last look: the reason for a soft sound. */
export function newArrivals(before: readonly string[], now: readonly string[]): boolean {
  return now.some((who) => !before.includes(who));
}

/** Everybody and every device at the door, as keys. */
export const atTheDoor = (view: TherapistView): string[] => [
  ...waitingPeople(view).map((person) => person.role),
  ...view.devices.map((request) => request.requestId),
];
