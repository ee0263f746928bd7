import type { PulseSignal } from '@sojourn/shared/session/protocol';
import { AMBER_AFTER, LOST_AFTER } from '@sojourn/shared/session/pulse';
import type { GuestRole } from '@sojourn/shared/session/role';
import type { PersonView, TherapistView } from '@sojourn/shared/session/view';
import type { SessionSnapshot } from '../../connection/session-store.ts';
import { clockWords, minutesWords, nameOr } from '../../connection/words.ts';
import type { Tone } from '../../ui/index.ts';
import { m, t } from '../../language/index.ts';

export interface PresenceLine {
  role: GuestRole;
  name: string;
  words: string;
  tone: Tone;
  /** They are not reached by this page, which is itself connected. */
  away: boolean;
  /** Offered when they are not reached and a number is known. */
  call: string | null;
}

type Facts = Pick<SessionSnapshot, 'link' | 'linkSince' | 'clockOffset' | 'signals'>;

const DEVICE = { client: m('screen'), chaperone: m('phone') } as const;
const LOW_BATTERY = 0.2;
/** A chaperone taps every fifteen minutes: longer than this, the phone may lie where nobody is, ms. */
const UNTOUCHED = 20 * 60_000;

/**
 * Whether each person's device is there, for the therapist, at all times (PR1, PR4). What is well is
 * said in two words; more only where it needs them.
 * @param localNow this browser's clock, ms
 */
export function presenceLines(view: TherapistView, facts: Facts, localNow: number): PresenceLine[] {
  return (['client', 'chaperone'] as const).map((role) => {
    const person = view.people[role];
    const name = nameOr(person.name, role);
    const { words, tone, away } = stateOf(role, view, facts, localNow);
    return { role, name, words, tone, away, call: away ? view.phones[role] : null };
  });
}

type State = Pick<PresenceLine, 'words' | 'tone' | 'away'>;

function stateOf(role: GuestRole, view: TherapistView, facts: Facts, localNow: number): State {
  const person = view.people[role];
  const device = t(DEVICE[role]);
  const now = localNow + facts.clockOffset;
  if (person.admission !== 'admitted') {
    const words = t(OUTSIDE[person.admission]);
    return { words, tone: 'waiting', away: false };
  }
  // Our own line is down: what the screen last knew is not what is. The numbers stand in the fallback.
  if (facts.link !== 'connected')
    return { words: t('{device}: not known', { device }), tone: 'lost', away: false };
  if (!person.connected) return { words: awayWords(person, device, now), tone: 'lost', away: true };
  const silent = now - heardAt(person, facts, role);
  if (silent >= LOST_AFTER) {
    return {
      words: t('{device} silent for {time}', { device, time: clockWords(silent) }),
      tone: 'lost',
      away: true,
    };
  }
  if (silent >= AMBER_AFTER) {
    const seconds = Math.floor(silent / 1_000);
    return {
      words: t('{device} silent for {seconds} s', { device, seconds }),
      tone: 'medium',
      away: false,
    };
  }
  const notes = notesOf(role, view, facts.signals[role]);
  return notes.length === 0
    ? { words: t('{device} connected', { device }), tone: 'ok', away: false }
    : { words: `${device}: ${notes.join(', ')}`, tone: 'medium', away: false };
}

const OUTSIDE: Record<Exclude<PersonView['admission'], 'admitted'>, string> = {
  expected: m('Not here yet'),
  waiting: m('In the lobby'),
  declined: m('Declined'),
};

function awayWords({ connectionChangedAt: since }: PersonView, device: string, now: number) {
  return since === null
    ? t('{device} not connected', { device })
    : t('{device} not connected for {time}', { device, time: clockWords(now - since) });
}

/** The newest sign of life; who came, or was not watched by us, just now had no time to give one. */
const heardAt = (person: PersonView, facts: Facts, role: GuestRole): number =>
  Math.max(
    facts.signals[role]?.at ?? 0,
    person.connectionChangedAt ?? 0,
    facts.linkSince + facts.clockOffset,
  );

/** What needs the therapist's attention, the worst first. */
function notesOf(role: GuestRole, view: TherapistView, signal: PulseSignal | undefined): string[] {
  const beat = signal?.beat;
  const pulse = view.pulses[role];
  const sound = beat?.sound ?? pulse.sound;
  const { battery = null, charging = null, visible = true, idle = 0 } = beat ?? {};
  return [
    ...(role === 'chaperone' && sound === false ? [t('may not sound')] : []),
    ...(pulse.mediaLost ? [t('no picture and sound')] : []),
    ...(battery !== null && battery < LOW_BATTERY && charging !== true
      ? [t('battery {percent} %', { percent: Math.round(battery * 100) })]
      : []),
    ...(visible ? [] : [t('page not in sight')]),
    ...(role === 'chaperone' && view.t0 !== null && idle >= UNTOUCHED
      ? [t('not touched for {time}', { time: minutesWords(idle) })]
      : []),
  ];
}
