import type { RecordReply } from '@sojourn/shared/http/record-api';
import { evolve } from '@sojourn/shared/session/evolve';
import { phaseTitle } from '@sojourn/shared/session/phase';
import type { SessionState } from '@sojourn/shared/session/state';
import { counted } from '@sojourn/shared/session/vitals';
import { readingWords } from '@sojourn/shared/session/vitals-words';
import { hourWords } from '../../connection/words.ts';

/** The state that a record leads to: the page shows nothing that is not in the record. */
export function stateOf({ record }: RecordReply): SessionState {
  const state = record.events.reduce<SessionState | null>(evolve, null);
  if (state === null) throw new Error('A record without events');
  return state;
}

interface Fact {
  label: string;
  value: string;
}

const dayWords = (at: number): string =>
  new Date(at).toLocaleDateString(undefined, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });

/** What one wants to know of a session before one reads it. */
export function recordFacts(state: SessionState): Fact[] {
  const { dose, release, vitals, people, cancelReason } = state;
  const last = counted(vitals).at(-1);
  const strength = dose.order?.terms.strengthMg ?? 0;
  const signature = (role: 'therapist' | 'chaperone'): Fact[] => {
    const signed = release.signatures[role];
    return signed
      ? [{ label: `Signed by the ${role}`, value: `${signed.name}, ${hourWords(signed.at)}` }]
      : [];
  };
  return [
    { label: 'Client', value: people.client.name },
    { label: 'Day', value: dayWords(state.scheduledAt) },
    { label: 'Ended in', value: `${phaseTitle(state.phase)}, ${hourWords(state.phaseSince)}` },
    ...dose.taken.map(({ kind, tablets, at }) => ({
      label: kind === 'dose' ? 'Dose (T0)' : 'Booster',
      value: `${tablets} × ${strength} mg at ${hourWords(at)}`,
    })),
    ...(last
      ? [{ label: 'Last vitals', value: `${readingWords(last)}, ${hourWords(last.takenAt)}` }]
      : []),
    ...signature('therapist'),
    ...signature('chaperone'),
    ...(release.handedOver
      ? [
          {
            label: 'Handed over to',
            value: `${release.handedOver.to}, ${hourWords(release.handedOver.handedOverAt)}`,
          },
        ]
      : []),
    ...(cancelReason ? [{ label: 'Stopped because', value: cancelReason }] : []),
  ];
}

export interface SealWords {
  tone: 'ok' | 'lost';
  title: string;
  words: string;
}

export function sealWords({ intact, record }: RecordReply): SealWords {
  const last = record.seals.at(-1);
  return intact && last
    ? {
        tone: 'ok',
        title: 'The record holds',
        words: `${record.events.length} events, chained and sealed. Head ${last.hash.slice(0, 12)}…`,
      }
    : {
        tone: 'lost',
        title: 'The record does not hold',
        words:
          'Something in it was changed after it was written. Keep a copy, and call your administrator.',
      };
}

const LOOKED = {
  record: 'looked at it',
  'record.json': 'took it as JSON',
  'record.pdf': 'took it as PDF',
  'record.csv': 'took it as CSV',
  client: 'looked at the client’s record',
} as const;

export const accessWords = ({ at, who, what }: RecordReply['access'][number]): string =>
  `${who} ${LOOKED[what]}, ${new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}`;
