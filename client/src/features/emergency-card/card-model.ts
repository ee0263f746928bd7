import { ageAt } from '@sojourn/shared/care/client-record';
import type { CardPhone, EmergencyCard } from '@sojourn/shared/session/emergency-card';
import { atHourWords, minutesWords } from '../../connection/words.ts';
import { m, t } from '../../language/index.ts';

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

const NOT_SHARED = m(
  'Not shared with this phone. The therapist knows: give the dispatcher their number.',
);

export function cardModel(card: EmergencyCard, reading: Reading): CardModel {
  const when = (at: number) =>
    reading.onPaper
      ? atHourWords(at)
      : t('{minutes} ago', { minutes: minutesWords(reading.now - at) });
  return {
    call: callFirst(card, reading.reader),
    lines: [
      {
        label: t('Where'),
        words: card.address ?? t('The address is not known here. Say where you are.'),
        more: card.doorNotes ?? undefined,
      },
      { label: t('Who'), words: whoWords(card, reading.now) },
      { label: t('What happened'), words: t('Say what you see now.') },
      ...(card.health
        ? healthLines(card.health, when)
        : [{ label: t('Medicine'), words: takenWords(reading.t0, when), more: t(NOT_SHARED) }]),
    ],
    phones: card.phones,
  };
}

function callFirst({ dispatchLine, firstName, elsewhere }: EmergencyCard, reader: CardReader) {
  if (reader === 'on_site')
    return { label: t('Call 911'), phone: '911', note: t('You are there.') };
  return {
    label: dispatchLine
      ? t('Call {phone}', { phone: dispatchLine })
      : t('No dispatch line is known'),
    phone: dispatchLine,
    note: dispatchLine
      ? elsewhere
        ? t(
            'The dispatch centre at {name}’s home. They are not there today: ask to be put through to the address below.',
            { name: firstName },
          )
        : t('The dispatch centre at {name}’s home. 911 reaches the one where you are.', {
            name: firstName,
          })
      : t('Ask the chaperone to call 911: from where you are it reaches another place.'),
  };
}

function whoWords({ firstName, health }: EmergencyCard, now: number): string {
  const age = ageAt(health?.birthDate ?? null, now);
  return age === null ? firstName : t('{name}, {age} years old', { name: firstName, age });
}

const takenWords = (t0: number | null, when: (at: number) => string) =>
  t0 === null
    ? t('No medicine yet in this session.')
    : t('Medicine was taken {when}.', { when: when(t0) });

function healthLines(
  health: NonNullable<EmergencyCard['health']>,
  when: (at: number) => string,
): CardLine[] {
  const { allergies, conditions, lastVitals } = health;
  return [
    medicineLine(health, when),
    { label: t('Allergies'), words: allergies ?? t('Not recorded: nobody has asked') },
    { label: t('Conditions'), words: conditions ?? t('Not recorded: nobody has asked') },
    ...(lastVitals
      ? [
          {
            label: t('Last measured'),
            words: measuredWords(lastVitals),
            more: when(lastVitals.takenAt),
          },
        ]
      : []),
  ];
}

function measuredWords({
  systolic,
  diastolic,
  heartRate,
  spo2,
}: NonNullable<NonNullable<EmergencyCard['health']>['lastVitals']>): string {
  const heart = t('Blood pressure {systolic} over {diastolic}, pulse {heartRate}', {
    systolic,
    diastolic,
    heartRate,
  });
  return spo2 === null ? heart : `${heart}, ${t('oxygen {spo2} percent', { spo2 })}`;
}

/** The dose in mg and how long ago the last of it was: what a dispatcher asks first (EC1). */
function medicineLine(
  { medicine, doses }: NonNullable<EmergencyCard['health']>,
  when: (at: number) => string,
): CardLine {
  const last = doses.at(-1);
  if (!last) return { label: t('Medicine'), words: t('No medicine yet in this session.') };
  const sum = (of: 'mg' | 'tablets') => doses.reduce((so, dose) => so + dose[of], 0);
  const each = doses.map(({ mg, at }) => t('{mg} mg {at}', { mg, at: atHourWords(at) })).join(', ');
  const taken = {
    tablets: sum('tablets'),
    ownMedicine: medicine ?? t('medicine'),
    when: when(last.at),
  };
  return {
    label: t('Medicine'),
    words:
      doses.length > 1
        ? t('{tablets} × {ownMedicine}, the last {when}', taken)
        : t('{tablets} × {ownMedicine}, {when}', taken),
    more: doses.length > 1 ? t('{sum} mg in all: {each}', { sum: sum('mg'), each }) : each,
  };
}
