import { unreachable } from '../result.ts';
import type { DrillEvent } from './drill.ts';
import { nameFirst, nameOf, said, type Names, type Said } from './event-words-parts.ts';
import type { PeopleEvent } from './people.ts';

/** Presence proves a browser, not a person: so do the words. */
export function peopleWords(event: PeopleEvent | DrillEvent, names: Names): Said {
  switch (event.type) {
    case 'presence.connected':
      return said(`${nameFirst(names, event.role)}’s browser connected`);
    case 'presence.disconnected':
      return said(`${nameFirst(names, event.role)}’s browser disconnected`);
    case 'presence.reset':
      return said('The server started anew', 'Every browser had to connect again.');
    case 'lobby.entered':
      return said(`${event.name} waits in the lobby`, event.phone && `phone ${event.phone}`);
    case 'participant.admitted':
      return said(`${nameFirst(names, event.role)} was let in`);
    case 'participant.declined':
      return said(`${nameFirst(names, event.role)} was not let in`);
    case 'device.asked':
      return said(`A second browser asked for the place of ${nameOf(names, event.role)}`);
    case 'device.allowed':
      return said('The second browser was let in');
    case 'device.refused':
      return said('The second browser was not let in');
    case 'device.took':
      return said(
        `Another browser took the place of ${nameOf(names, event.role)}`,
        event.by === 'link' ? 'with a new link' : 'let in by the therapist',
      );
    case 'drill.started':
      return said('Alarm drill started');
    case 'drill.answered':
      return event.heard
        ? said('Alarm drill passed', `heard on the phone of ${nameOf(names, 'chaperone')}`)
        : said('Alarm drill failed', `not heard by ${nameOf(names, 'chaperone')}`);
    default:
      return unreachable(event);
  }
}
