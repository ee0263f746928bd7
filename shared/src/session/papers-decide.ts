import { reject, type Rejection } from '../rejection.ts';
import { unreachable } from '../result.ts';
import { words } from '../words.ts';
import { consentVersion } from './consent.ts';
import type { Papers, PapersCommand, PapersEvent } from './papers.ts';
import { avoidOf } from './prompt-offer.ts';
import type { SessionState } from './state.ts';

/** What the view of client or chaperone must hold for their papers; null once they are not asked. */
export interface PapersDesk {
  papers: Pick<Papers, 'consents'> | null;
  /** Whether "at home" can be said: the practice has the address. */
  homeKnown: boolean;
}

const NOT_ASKED = reject('wrong_phase', words('There is nothing to answer any more.'));

export function refusePapers(desk: PapersDesk, command: PapersCommand): Rejection | null {
  if (desk.papers === null) return NOT_ASKED;
  switch (command.type) {
    case 'consent.sign':
      return command.version === consentVersion(command.document)
        ? null
        : reject(
            'old_version',
            words(
              'This text was renewed since you opened it. Please load the page again, and read the new one.',
            ),
            'version',
          );
    case 'consent.withdraw':
      return desk.papers.consents[command.document] === null
        ? reject('not_found', words('This consent is not signed.'))
        : null;
    case 'location.attest':
      return command.elsewhere !== null || desk.homeKnown
        ? null
        : reject(
            'invalid',
            words(
              'Your therapist does not have your home address yet. Please write the address where you are.',
            ),
            'elsewhere',
          );
    default:
      return null;
  }
}

export function decidePapers(state: SessionState, command: PapersCommand): PapersEvent[] {
  switch (command.type) {
    case 'consent.sign': {
      const { document, version, name, language = 'en' } = command;
      return [{ type: 'consent.signed', document, version, name, language }];
    }
    case 'consent.withdraw':
      return [{ type: 'consent.withdrawn', document: command.document }];
    case 'location.attest': {
      const address = command.elsewhere ?? state.care.record.home;
      if (address === null) return [];
      const place = command.elsewhere === null ? 'home' : 'elsewhere';
      return [{ type: 'location.attested', place, address, state: address.state }];
    }
    case 'checklist.set': {
      const type = command.done ? 'checklist.ticked' : 'checklist.unticked';
      return [{ type, item: command.item }];
    }
    case 'fasting.report':
      return [{ type: 'fasting.reported', hours: command.hours }];
    case 'today.report':
      return [{ type: 'today.reported', took: command.took }];
    case 'intention.write':
      return [{ type: 'intention.written', words: command.words }];
    case 'phrase.write':
      return [{ type: 'phrase.written', words: command.words }];
    case 'touch.agree':
      return [{ type: 'touch.agreed', touch: command.touch }];
    case 'booster.answer':
      return [{ type: 'booster.answered', agreed: command.agreed }];
    case 'avoid.mark':
      return [{ type: 'avoid.marked', caution: command.caution, on: command.on }];
    case 'chaperone.agree': {
      const { name, phone, language = 'en' } = command;
      return [{ type: 'chaperone.agreed', name, phone, language }];
    }
    default:
      return unreachable(command);
  }
}

export function evolvePapers(state: SessionState, event: PapersEvent, at: number): SessionState {
  const { papers } = state;
  const answered = (change: Partial<Papers>): SessionState => ({
    ...state,
    papers: { ...papers, ...change },
  });
  switch (event.type) {
    case 'consent.signed': {
      const { document, version, name, language = 'en' } = event;
      const signed = { version, name, language, at };
      return answered({ consents: { ...papers.consents, [document]: signed } });
    }
    case 'consent.withdrawn':
      return answered({ consents: { ...papers.consents, [event.document]: null } });
    case 'location.attested': {
      const { place, address, state: inState } = event;
      return answered({ location: { place, address, state: inState, at } });
    }
    case 'checklist.ticked':
      return answered({ checklist: { ...papers.checklist, [event.item]: at } });
    case 'checklist.unticked': {
      const { [event.item]: _unticked, ...checklist } = papers.checklist;
      return answered({ checklist });
    }
    case 'fasting.reported':
      return answered({ fasting: { hours: event.hours, at } });
    case 'today.reported':
      return answered({ today: { took: event.took, at } });
    case 'intention.written':
      return answered({ intention: event.words });
    case 'phrase.written':
      return answered({ phrase: event.words });
    case 'touch.agreed':
      return answered({ touch: event.touch });
    case 'booster.answered':
      return answered({ boosterAgreed: event.agreed });
    case 'avoid.marked': {
      const others = avoidOf(state).filter((caution) => caution !== event.caution);
      return answered({ avoid: event.on ? [...others, event.caution] : others });
    }
    case 'chaperone.agreed': {
      const { name, phone, language = 'en' } = event;
      const people = { ...state.people, chaperone: { ...state.people.chaperone, phone } };
      // GD3: a drill proves the number that it rang.
      const drill = phone === state.people.chaperone.phone ? state.drill : null;
      return { ...answered({ chaperone: { name, language, at } }), people, drill };
    }
    default:
      return unreachable(event);
  }
}
