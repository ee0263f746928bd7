import { unreachable } from '../result.ts';
import type { DrillEvent } from './drill.ts';
import { nameFirst, nameOf, said, type Names, type Said } from './event-words-parts.ts';
import type { PeopleEvent } from './people.ts';
import { words } from '../words.ts';

/** Presence proves a browser, not a person: so do the words. */
export function peopleWords(event: PeopleEvent | DrillEvent, names: Names): Said {
  switch (event.type) {
    case 'presence.connected':
      return said(words('{who}’s browser connected', { who: nameFirst(names, event.role) }));
    case 'presence.disconnected':
      return said(words('{who}’s browser disconnected', { who: nameFirst(names, event.role) }));
    case 'presence.reset':
      return said(words('The server started anew'), words('Every browser had to connect again.'));
    case 'lobby.entered':
      return said(
        words('{name} waits in the lobby', { name: event.name }),
        event.phone && words('phone {phone}', { phone: event.phone }),
      );
    case 'participant.admitted':
      return said(words('{who} was let in', { who: nameFirst(names, event.role) }));
    case 'participant.declined':
      return said(words('{who} was not let in', { who: nameFirst(names, event.role) }));
    case 'device.asked':
      return said(
        words('A second browser asked for the place of {who}', { who: nameOf(names, event.role) }),
      );
    case 'device.allowed':
      return said(words('The second browser was let in'));
    case 'device.refused':
      return said(words('The second browser was not let in'));
    case 'device.took':
      return said(
        words('Another browser took the place of {who}', { who: nameOf(names, event.role) }),
        event.by === 'link' ? words('with a new link') : words('let in by the therapist'),
      );
    case 'drill.started':
      return said(words('Alarm drill started'));
    case 'drill.answered':
      return event.heard
        ? said(
            words('Alarm drill passed'),
            words('heard on the phone of {who}', { who: nameOf(names, 'chaperone') }),
          )
        : said(
            words('Alarm drill failed'),
            words('not heard by {who}', { who: nameOf(names, 'chaperone') }),
          );
    default:
      return unreachable(event);
  }
}
