import { unreachable } from '../result.ts';
import { releaseWords, vitalsEventWords, watchWords } from './event-words-clinic.ts';
import { doseWords, orderedWords } from './event-words-dose.ts';
import { papersWords } from './event-words-papers.ts';
import { said, type EventTone, type Names, type Said } from './event-words-parts.ts';
import { peopleWords } from './event-words-people.ts';
import {
  alertWords,
  callWords,
  deliveryWords,
  lineWords,
  pulseWords,
} from './event-words-alert.ts';
import { musicWords } from './event-words-music.ts';
import { paceWords, promptWords } from './event-words-prompt.ts';
import type { CareNoted, RecordedEvent, SessionCreated, SessionEvent } from './event.ts';
import type { MoveEvent } from './move.ts';
import { phaseTitle, type SessionKind } from './phase.ts';
import { words } from '../words.ts';

/* What an event says in plain English: for the timeline, the record's page, PDF and CSV (RC6). */

export interface EventWords extends Said {
  tone: EventTone;
}

const KIND_WORDS: Record<SessionKind, string> = {
  consultation: words('Consultation'),
  preparation: words('Preparation session'),
  dosing: words('Dosing session'),
  integration: words('Integration session'),
};
export const sessionWords = (kind: SessionKind): string => KIND_WORDS[kind];

const createdWords = ({ kind, practiceName, scheduledAt }: SessionCreated): Said =>
  said(words('{kind} scheduled', { kind: KIND_WORDS[kind] }), practiceName, {
    label: words('for'),
    at: scheduledAt,
  });

const OUTCOME_WORDS = {
  cleared: (name: string) => words('cleared by {name}', { name }),
  not_cleared: (name: string) => words('not cleared by {name}', { name }),
  pending: (name: string) => words('screening pending with {name}', { name }),
};

function careWords({ care: { screening, orders, stopped } }: CareNoted): Said {
  const order = orders.find(({ endedAt }) => endedAt === null);
  const facts = [
    ...(stopped ? [words('course stopped')] : []),
    screening ? OUTCOME_WORDS[screening.outcome](screening.by) : words('no screening'),
    order
      ? words('order version {version}, {ordered}', {
          version: order.version,
          ordered: orderedWords(order, order.terms.tablets),
        })
      : words('no order'),
  ];
  return said(words('Course of care noted'), facts.join('; '));
}

function moveWords(event: MoveEvent): Said {
  if (event.type === 'session.cancelled') {
    const { reason, stopsCourse } = event;
    return said(
      words('Session stopped'),
      stopsCourse ? words('{words} (the whole course of care stops)', { words: reason }) : reason,
    );
  }
  if (event.phase === 'closed') return said(words('Session closed'));
  return said(words('{phase} begins', { phase: phaseTitle(event.phase) }));
}

/**
 * `time` is null where it is the minute of the entry itself.
 * @param names of who is spoken of; who acted is the entry's `actor`
 */
export function eventWords(
  { event, at }: Pick<RecordedEvent, 'event' | 'at'>,
  names: Names,
): EventWords {
  const { time, ...words } = wordsOf(event, names);
  const isNow = time !== null && Math.abs(time.at - at) < A_MINUTE;
  return { ...words, time: isNow ? null : time };
}

const A_MINUTE = 60_000;

function wordsOf(event: SessionEvent, names: Names): EventWords {
  switch (event.type) {
    case 'session.created':
      return { ...createdWords(event), tone: 'paper' };
    case 'care.noted':
      return { ...careWords(event), tone: 'paper' };
    case 'phase.entered':
    case 'session.cancelled':
      return { ...moveWords(event), tone: 'phase' };
    case 'presence.connected':
    case 'presence.disconnected':
    case 'presence.reset':
    case 'lobby.entered':
    case 'participant.admitted':
    case 'participant.declined':
    case 'device.asked':
    case 'device.allowed':
    case 'device.refused':
    case 'device.took':
    case 'drill.started':
    case 'drill.answered':
      return { ...peopleWords(event, names), tone: 'link' };
    case 'consent.signed':
    case 'consent.withdrawn':
    case 'location.attested':
    case 'checklist.ticked':
    case 'checklist.unticked':
    case 'fasting.reported':
    case 'today.reported':
    case 'intention.written':
    case 'phrase.written':
    case 'touch.agreed':
    case 'booster.answered':
    case 'avoid.marked':
    case 'chaperone.agreed':
      return { ...papersWords(event, names), tone: 'paper' };
    case 'dose.started':
    case 'dose.start_withdrawn':
    case 'dose.client_ready':
    case 'dose.client_not_ready':
    case 'dose.taken':
    case 'hold.ended':
    case 'booster.taken':
      return { ...doseWords(event, names), tone: 'dose' };
    case 'vitals.recorded':
    case 'vitals.struck':
    case 'vitals.overridden':
      return { ...vitalsEventWords(event), tone: 'vitals' };
    case 'look.recorded':
    case 'mark.recorded':
      return { ...watchWords(event, names), tone: 'look' };
    case 'note.written':
      return { ...watchWords(event, names), tone: 'note' };
    case 'release.ticked':
    case 'release.signed':
    case 'session.handed_over':
      return { ...releaseWords(event, names), tone: 'release' };
    case 'addendum.written':
      return { ...releaseWords(event, names), tone: 'note' };
    case 'prompt.offered':
    case 'prompt.replaced':
    case 'prompt.withdrawn':
    case 'prompt.shown':
    case 'prompt.stepped':
    case 'prompt.answered':
      return { ...promptWords(event, names), tone: 'prompt' };
    case 'music.proposed':
    case 'music.withdrawn':
    case 'music.answered':
    case 'music.reported':
      return { ...musicWords(event, names), tone: 'prompt' };
    case 'pace.signalled':
    case 'pace.answered':
      return { ...paceWords(event, names), tone: 'prompt' };
    case 'alert.raised':
    case 'alert.repeated':
    case 'alert.seen':
    case 'alert.going':
    case 'alert.with_client':
    case 'alert.silenced':
    case 'alert.escalated':
    case 'alert.cause_gone':
    case 'alert.cause_back':
    case 'alert.resolved':
      return { ...alertWords(event, names), tone: 'alert' };
    case 'delivery.queued':
    case 'delivery.noted':
    case 'channels.noted':
    case 'pushes.noted':
      return { ...deliveryWords(event, names), tone: 'link' };
    case 'pulse.lost':
    case 'pulse.back':
    case 'sound.changed':
    case 'media.lost':
    case 'media.back':
      return { ...pulseWords(event, names), tone: 'link' };
    case 'check.reported':
    case 'call.asked':
    case 'call.answered':
      return { ...callWords(event, names), tone: 'look' };
    case 'line.taken':
    case 'line.left':
      return { ...lineWords(event, names), tone: 'link' };
    default:
      return unreachable(event);
  }
}
