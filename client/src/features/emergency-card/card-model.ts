import { ageAt } from '@sojourn/shared/care/client-record';
import type { CardPhone, EmergencyCard } from '@sojourn/shared/session/emergency-card';
import { hourWords, minutesWords } from '../../connection/words.ts';

/** Who reads it aloud: beside the client, or elsewhere, where 911 is another town's (domain: HHS). */
export type CardReader = 'on_site' | 'elsewhere';

export interface CardLine {
  label: string;
  words: string;
  /** In a second line. */
  more?: string | undefined;
}

export interface CardModel {
  /** Who is called first. `phone` is null where no number is known. */
  call: { label: string; phone: string | null; note: string };
  /** In the order in which a dispatcher asks (EC1). */
  lines: readonly CardLine[];
  phones: readonly CardPhone[];
}

interface Reading {
  reader: CardReader;
  /** ms since the epoch, server's clock. */
  now: number;
  /** T0, for a reader to whom the doses are not shown. */
  t0: number | null;
  /** On paper no minutes are counted: times of the clock stand instead. */
  onPaper?: boolean;
}

const NOT_SHARED =
  'Not shared with this phone. The therapist knows: give the dispatcher their number.';

export function cardModel(card: EmergencyCard, reading: Reading): CardModel {
  const when = (at: number) =>
    reading.onPaper ? `at ${hourWords(at)}` : `${minutesWords(reading.now - at)} ago`;
  return {
    call: callFirst(card, reading.reader),
    lines: [
      {
        label: 'Where',
        words: card.address ?? 'The address is not known here. Say where you are.',
        more: card.doorNotes ?? undefined,
      },
      { label: 'Who', words: whoWords(card, reading.now) },
      { label: 'What happened', words: 'Say what you see now.' },
      ...(card.health
        ? healthLines(card.health, when)
        : [{ label: 'Medicine', words: takenWords(reading.t0, when), more: NOT_SHARED }]),
    ],
    phones: card.phones,
  };
}

function callFirst({ dispatchLine, firstName }: EmergencyCard, reader: CardReader) {
  if (reader === 'on_site') return { label: 'Call 911', phone: '911', note: 'You are there.' };
  return {
    label: dispatchLine ? `Call ${dispatchLine}` : 'No dispatch line is known',
    phone: dispatchLine,
    note: dispatchLine
      ? `The dispatch centre at ${firstName}’s home. 911 reaches the one where you are.`
      : 'Ask the chaperone to call 911: from where you are it reaches another place.',
  };
}

function whoWords({ firstName, health }: EmergencyCard, now: number): string {
  const age = ageAt(health?.birthDate ?? null, now);
  return age === null ? firstName : `${firstName}, ${age} years old`;
}

const takenWords = (t0: number | null, when: (at: number) => string) =>
  t0 === null ? 'No medicine yet in this session.' : `Medicine was taken ${when(t0)}.`;

function healthLines(
  health: NonNullable<EmergencyCard['health']>,
  when: (at: number) => string,
): CardLine[] {
  const { allergies, conditions, lastVitals } = health;
  return [
    medicineLine(health, when),
    { label: 'Allergies', words: allergies ?? 'None that are known' },
    { label: 'Conditions', words: conditions ?? 'None that are known' },
    ...(lastVitals
      ? [
          {
            label: 'Last measured',
            words: `Blood pressure ${lastVitals.systolic} over ${lastVitals.diastolic}, pulse ${lastVitals.heartRate}${lastVitals.spo2 === null ? '' : `, oxygen ${lastVitals.spo2} percent`}`,
            more: when(lastVitals.takenAt),
          },
        ]
      : []),
  ];
}

/** The dose in mg and how long ago the last of it was: what a dispatcher asks first (EC1). */
function medicineLine(
  { medicine, doses }: NonNullable<EmergencyCard['health']>,
  when: (at: number) => string,
): CardLine {
  const last = doses.at(-1);
  if (!last) return { label: 'Medicine', words: 'No medicine yet in this session.' };
  const sum = (of: 'mg' | 'tablets') => doses.reduce((so, dose) => so + dose[of], 0);
  const each = doses.map(({ mg, at }) => `${mg} mg at ${hourWords(at)}`).join(', ');
  return {
    label: 'Medicine',
    words: `${sum('tablets')} × ${medicine ?? 'medicine'}, ${doses.length > 1 ? 'the last ' : ''}${when(last.at)}`,
    more: doses.length > 1 ? `${sum('mg')} mg in all: ${each}` : each,
  };
}
