import { z } from 'zod';
import { reject, type Rejection } from '../rejection.ts';
import { unreachable } from '../result.ts';
import { moment, personName, phoneNumber, typedLines } from '../text.ts';
import { orderAt } from './dose.ts';
import { withoutSignatures } from './signatures.ts';
import type { SessionState } from './state.ts';
import type { TherapistView } from './view.ts';
import { words } from '../words.ts';
import { counted, vitalsStanding, orderName } from './vitals-standing.ts';

/* Blood pressure (mmHg), heart rate (beats a minute), SpO2 (%): with time, and who read them (VT1). */

const measure = (what: string, min: number, max: number) =>
  z
    .int(words('{what} is missing.', { what }))
    .min(min, words('{what} cannot be right: it must be {min} to {max}.', { what, min, max }))
    .max(max, words('{what} cannot be right: it must be {min} to {max}.', { what, min, max }));

export const ReadBy = z.enum(
  ['client', 'chaperone', 'therapist'],
  words('Choose who read the values.'),
);
export const Method = z.enum(
  ['upper_arm_cuff', 'wrist_cuff', 'manual_cuff', 'oximeter_only'],
  words('Choose how it was measured.'),
);

const Values = z.object({
  systolic: measure(words('The systolic pressure'), 50, 280),
  diastolic: measure(words('The diastolic pressure'), 20, 180),
  heartRate: measure(words('The heart rate'), 20, 250),
  spo2: measure(words('SpO2'), 50, 100).nullable(),
  readBy: ReadBy,
  method: Method,
  takenAt: moment(words('The time of the reading')),
});

export const VitalsCommand = z.discriminatedUnion('type', [
  Values.extend({ type: z.literal('vitals.record') }).refine(
    ({ systolic, diastolic }) => diastolic < systolic,
    {
      error: words('The diastolic pressure must be below the systolic. Are the two exchanged?'),
      path: ['diastolic'],
    },
  ),
  z.object({
    type: z.literal('vitals.strike'),
    readingId: z.string().max(64),
    reason: typedLines(words('The reason'), 200),
  }),
  z.object({
    type: z.literal('vitals.override'),
    prescriberName: personName(words('The prescriber’s name')),
    prescriberPhone: phoneNumber(words('The number on which you reached them')),
    reason: typedLines(words('The prescriber’s reason'), 500),
    spokenAt: moment(words('The time of the call')),
  }),
]);
export type VitalsCommand = z.infer<typeof VitalsCommand>;

export const VitalsEvent = z.discriminatedUnion('type', [
  Values.extend({ type: z.literal('vitals.recorded'), readingId: z.string() }),
  /** Entered in error: it stays in the record, and counts no more. */
  z.object({ type: z.literal('vitals.struck'), readingId: z.string(), reason: z.string() }),
  z.object({
    type: z.literal('vitals.overridden'),
    readingId: z.string(),
    prescriberName: z.string(),
    prescriberPhone: z.string(),
    reason: z.string(),
    spokenAt: z.int(),
    /** Absent in records from before it was noted. */
    order: z.string().optional(),
  }),
]);
export type VitalsEvent = z.infer<typeof VitalsEvent>;

export interface Reading extends z.infer<typeof Values> {
  /** The press that recorded it. */
  readingId: string;
  /** Why it does not count; null when it does. */
  struck: string | null;
}

export interface Override {
  /** The reading that the prescriber was told of. */
  readingId: string;
  /** The order, with its version, whose limits they overrode: a newer one has limits of its own. */
  order: string | null;
  prescriberName: string;
  reason: string;
  spokenAt: number;
}

export interface Vitals {
  /** The newest, oldest first. */
  readings: readonly Reading[];
  override: Override | null;
}

/** Older readings are in the record. One of the last hour still decides: it is not pushed out (VT3). */
const READINGS_KEPT = 60;
const KEPT_FOR = 60 * 60_000;
/** Two clocks may differ by this much, ms. */
const CLOCK_SLACK = 60_000;
const A_DAY = 86_400_000;

export function refuseVitals(
  view: TherapistView,
  command: VitalsCommand,
  now: number,
): Rejection | null {
  switch (command.type) {
    case 'vitals.record':
      return (
        timeRefusal(command.takenAt, now, 'takenAt') ??
        (wouldLose(view.vitals, now)
          ? reject('unavailable', words('Sixty readings within an hour are recorded already.'))
          : null)
      );
    case 'vitals.strike':
      return view.vitals.readings.some(
        ({ readingId, struck }) => readingId === command.readingId && struck === null,
      )
        ? null
        : reject('not_found', words('There is no such reading to strike.'));
    case 'vitals.override': {
      const late = timeRefusal(command.spokenAt, now, 'spokenAt');
      if (late) return late;
      const order = orderAt(view, now);
      const standing = order && vitalsStanding(view.vitals, order, now);
      if (standing?.standing !== 'out_of_range') {
        return reject(
          'guard_unmet',
          words(
            'An override follows two readings out of range, with five minutes of rest between them.',
          ),
        );
      }
      return command.spokenAt < standing.reading.takenAt - CLOCK_SLACK
        ? reject(
            'invalid',
            words('The prescriber must have been told of the last reading.'),
            'spokenAt',
          )
        : null;
    }
    default:
      return unreachable(command);
  }
}

const wouldLose = ({ readings }: Vitals, now: number): boolean =>
  readings.length >= READINGS_KEPT && (readings[0]?.takenAt ?? 0) > now - KEPT_FOR;

export function timeRefusal(at: number, now: number, field: string): Rejection | null {
  if (at > now + CLOCK_SLACK) return reject('invalid', words('This time is in the future.'), field);
  return at < now - A_DAY
    ? reject('invalid', words('This time is more than a day ago.'), field)
    : null;
}

export function decideVitals(
  state: SessionState,
  command: VitalsCommand,
  { commandId, now }: { commandId: string; now: number },
): VitalsEvent[] {
  switch (command.type) {
    case 'vitals.record': {
      const { systolic, diastolic, heartRate, spo2, readBy, method, takenAt } = command;
      const values = { systolic, diastolic, heartRate, spo2, readBy, method, takenAt };
      return [{ type: 'vitals.recorded', readingId: commandId, ...values }];
    }
    case 'vitals.strike':
      return [{ type: 'vitals.struck', readingId: command.readingId, reason: command.reason }];
    case 'vitals.override': {
      const readingId = counted(state.vitals).at(-1)?.readingId;
      if (readingId === undefined) return [];
      const { prescriberName, prescriberPhone, reason, spokenAt } = command;
      const order = orderAt(state, now);
      const spoken = { prescriberName, prescriberPhone, reason, spokenAt };
      return order === null
        ? []
        : [{ type: 'vitals.overridden', readingId, ...spoken, order: orderName(order) }];
    }
    default:
      return unreachable(command);
  }
}

export function evolveVitals(before: SessionState, event: VitalsEvent): SessionState {
  // RL3: who signed, signed before this was known.
  const state = event.type === 'vitals.overridden' ? before : withoutSignatures(before);
  const { vitals } = state;
  const { readings } = vitals;
  switch (event.type) {
    case 'vitals.recorded': {
      const { type: _type, ...reading } = event;
      const kept = [...readings, { ...reading, struck: null }].slice(-READINGS_KEPT);
      return { ...state, vitals: { ...vitals, readings: kept } };
    }
    case 'vitals.struck': {
      const { readingId, reason } = event;
      const after = readings.map((reading) =>
        reading.readingId === readingId ? { ...reading, struck: reason } : reading,
      );
      return { ...state, vitals: { ...vitals, readings: after } };
    }
    case 'vitals.overridden': {
      const { readingId, prescriberName, reason, spokenAt, order = null } = event;
      const override = { readingId, order, prescriberName, reason, spokenAt };
      return { ...state, vitals: { ...vitals, override } };
    }
    default:
      return unreachable(event);
  }
}
