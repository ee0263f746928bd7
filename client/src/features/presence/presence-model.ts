import type { PersonView, TherapistView } from '@sojourn/shared/session/view';
import { clockWords, nameOr } from '../../connection/words.ts';
import type { Tone } from '../../ui/index.ts';

export interface PresenceLine {
  role: 'client' | 'chaperone';
  name: string;
  words: string;
  tone: Tone;
  /** Offered when they are not connected and a number is known. */
  call: string | null;
}

const DEVICE = { client: 'screen', chaperone: 'phone' } as const;

/** Whether each person's device is connected, for the therapist, at all times (PR1). */
export function presenceLines(view: TherapistView, now: number, live: boolean): PresenceLine[] {
  return (['client', 'chaperone'] as const).map((role) => {
    const person = view.people[role];
    const name = nameOr(person.name, role);
    if (!live && person.admission === 'admitted') {
      // Our own line is down: what the screen last knew is not what is.
      return {
        role,
        name,
        words: `${DEVICE[role]}: not known`,
        tone: 'lost',
        call: view.phones[role],
      };
    }
    const away = person.admission === 'admitted' && !person.connected;
    return {
      role,
      name,
      words: words(person, DEVICE[role], now),
      tone: away ? 'lost' : person.connected && person.admission === 'admitted' ? 'ok' : 'waiting',
      call: away ? view.phones[role] : null,
    };
  });
}

function words(person: PersonView, device: string, now: number): string {
  switch (person.admission) {
    case 'expected':
      return 'Not here yet';
    case 'waiting':
      return 'In the lobby';
    case 'declined':
      return 'Declined';
    case 'admitted': {
      if (person.connected) return `${device} connected`;
      const since = person.connectionChangedAt;
      return since === null
        ? `${device} not connected`
        : `${device} not connected for ${clockWords(now - since)}`;
    }
  }
}
