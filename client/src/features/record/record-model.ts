import { strengthOf } from '@sojourn/shared/session/dose';
import type { RecordReply } from '@sojourn/shared/http/record-api';
import { evolve } from '@sojourn/shared/session/evolve';
import { phaseTitle } from '@sojourn/shared/session/phase';
import type { SessionState } from '@sojourn/shared/session/state';
import { counted } from '@sojourn/shared/session/vitals-standing';
import { readingWords } from '@sojourn/shared/session/vitals-words';
import { atHourWords, hourWords } from '../../connection/words.ts';
import { locale, m, t, told } from '../../language/index.ts';

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
  new Date(at).toLocaleDateString(locale(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });

/** What one wants to know of a session before one reads it. */
export function recordFacts(state: SessionState): Fact[] {
  const { dose, release, vitals, people, cancelReason } = state;
  const last = counted(vitals).at(-1);
  const signature = (role: 'therapist' | 'chaperone'): Fact[] => {
    const signed = release.signatures[role];
    return signed
      ? [
          {
            label:
              role === 'therapist' ? t('Signed by the therapist') : t('Signed by the chaperone'),
            value: `${signed.name}, ${hourWords(signed.at)}`,
          },
        ]
      : [];
  };
  return [
    { label: t('Client'), value: people.client.name },
    { label: t('Day'), value: dayWords(state.scheduledAt) },
    {
      label: t('Ended in'),
      value: `${told(phaseTitle(state.phase))}, ${hourWords(state.phaseSince)}`,
    },
    ...dose.taken.map(({ kind, tablets, at, order }) => ({
      label: kind === 'dose' ? t('Dose (T0)') : t('Booster'),
      value: t('{tablets} × {strength} mg {at}', {
        tablets,
        strength: strengthOf({ order }),
        at: atHourWords(at),
      }),
    })),
    ...(last
      ? [{ label: t('Last vitals'), value: `${readingWords(last)}, ${hourWords(last.takenAt)}` }]
      : []),
    ...signature('therapist'),
    ...signature('chaperone'),
    ...(release.handedOver
      ? [
          {
            label: t('Handed over to'),
            value: `${release.handedOver.to}, ${hourWords(release.handedOver.handedOverAt)}`,
          },
        ]
      : []),
    ...(cancelReason ? [{ label: t('Stopped because'), value: cancelReason }] : []),
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
        title: t('The record holds'),
        words: t('{count} events, chained and sealed. Head {hash}…', {
          count: record.events.length,
          hash: last.hash.slice(0, 12),
        }),
      }
    : {
        tone: 'lost',
        title: t('The record does not hold'),
        words: t(
          'Something in it was changed after it was written. Keep a copy, and call your administrator.',
        ),
      };
}

const LOOKED = {
  record: m('{name} looked at it, {time}'),
  'record.json': m('{name} took it as JSON, {time}'),
  'record.pdf': m('{name} took it as PDF, {time}'),
  'record.csv': m('{name} took it as CSV, {time}'),
  client: m('{name} looked at the client’s record, {time}'),
} as const;

export const accessWords = ({ at, who, what }: RecordReply['access'][number]): string =>
  t(LOOKED[what], {
    name: who,
    time: new Date(at).toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'short' }),
  });
