import { orderAt } from '@sojourn/shared/session/dose';
import type { TherapistView } from '@sojourn/shared/session/view';
import { VitalsCommand, type Reading } from '@sojourn/shared/session/vitals';
import { counted, outOfRange, vitalsStanding } from '@sojourn/shared/session/vitals-standing';
import { readingWords, vitalsWords } from '@sojourn/shared/session/vitals-words';
import { faultsOf, type Faults } from '../../connection/faults.ts';
import { notWhole, wholeNumber } from '../../connection/form-model.ts';
import { clockWords, nameOr } from '../../connection/words.ts';
import type { Tone } from '../../ui/index.ts';
import { m, t, told } from '../../language/index.ts';

export interface VitalsForm {
  systolic: string;
  diastolic: string;
  heartRate: string;
  spo2: string;
  readBy: 'client' | 'chaperone' | 'therapist';
  method: 'upper_arm_cuff' | 'wrist_cuff' | 'manual_cuff' | 'oximeter_only';
  /** Minutes ago, as typed. */
  ago: string;
}

export const EMPTY_FORM: VitalsForm = {
  systolic: '',
  diastolic: '',
  heartRate: '',
  spo2: '',
  readBy: 'client',
  method: 'upper_arm_cuff',
  ago: '0',
};

export const METHODS = [
  { value: 'upper_arm_cuff', label: m('Upper-arm cuff') },
  { value: 'wrist_cuff', label: m('Wrist cuff') },
  { value: 'manual_cuff', label: m('By hand') },
  { value: 'oximeter_only', label: m('Oximeter only') },
] as const;

export const readers = ({ people }: TherapistView) =>
  [
    { value: 'client', label: nameOr(people.client.name, 'client') },
    { value: 'chaperone', label: nameOr(people.chaperone.name, 'chaperone') },
    { value: 'therapist', label: t('Seen by you on camera') },
  ] as const;

type RecordCommand = Extract<VitalsCommand, { type: 'vitals.record' }>;

const NUMBERS = ['systolic', 'diastolic', 'heartRate', 'spo2'] as const;

/** @param now the server's clock, ms */
export function vitalsCommand(
  form: VitalsForm,
  now: number,
): { command: RecordCommand } | { faults: Faults } {
  const minutes = Number(form.ago.trim() || '0');
  const parsed = VitalsCommand.safeParse({
    type: 'vitals.record',
    systolic: wholeNumber(form.systolic),
    diastolic: wholeNumber(form.diastolic),
    heartRate: wholeNumber(form.heartRate),
    spo2: wholeNumber(form.spo2) ?? null,
    readBy: form.readBy,
    method: form.method,
    takenAt: Math.round(now - minutes * 60_000),
  });
  if (parsed.success && parsed.data.type === 'vitals.record') return { command: parsed.data };
  const faults = parsed.error ? faultsOf(parsed.error) : {};
  return { faults: { ...faults, ...notWhole(form, NUMBERS) } };
}

interface ReadingLine {
  readingId: string;
  words: string;
  takenAt: number;
  tone: Tone;
  standing: string;
  struck: boolean;
}

export interface VitalsModel {
  tone: Tone;
  words: string;
  /** "3:20" until the next reading makes sense; null when nobody rests. */
  restLeft: string | null;
  /** Two readings out of range: the prescriber may be asked. */
  mayOverride: boolean;
  /** Newest first. */
  readings: readonly ReadingLine[];
}

/** @param now the server's clock, ms */
export function vitalsModel(view: TherapistView, now: number): VitalsModel {
  const order = orderAt(view, now);
  const limits = order?.terms.limits ?? null;
  const line = (reading: Reading): ReadingLine => {
    const beyond = limits === null ? [] : outOfRange(reading, limits);
    const struck = reading.struck !== null;
    return {
      readingId: reading.readingId,
      words: readingWords(reading),
      takenAt: reading.takenAt,
      struck,
      tone: struck ? 'waiting' : beyond.length > 0 ? 'medium' : 'ok',
      standing: struck
        ? t('struck: {words}', { words: reading.struck ?? '' })
        : beyond.length > 0
          ? beyond.map(told).join(', ')
          : limits === null
            ? t('no order to compare')
            : t('within the order'),
    };
  };
  const readings = view.vitals.readings.map(line).toReversed();
  if (order === null) {
    const words = t('There is no order whose limits they could be held against.');
    return { tone: 'lost', words, restLeft: null, mayOverride: false, readings };
  }
  // After the dose nothing is being decided by them: the newest reading is what counts.
  const dosed = view.t0 !== null;
  const standing = vitalsStanding(view.vitals, order, now);
  const last = counted(view.vitals).at(-1);
  const tones = { in_range: 'ok', overridden: 'medium', out_of_range: 'medium' } as const;
  const tone =
    standing.standing in tones ? tones[standing.standing as keyof typeof tones] : 'waiting';
  return {
    tone: dosed ? 'accent' : tone,
    words:
      dosed && last
        ? t('Last: {reading}.', { reading: readingWords(last) })
        : told(vitalsWords(standing)),
    restLeft:
      standing.standing === 'rest' && now < standing.until
        ? clockWords(standing.until - now)
        : null,
    mayOverride: !dosed && standing.standing === 'out_of_range',
    readings,
  };
}
