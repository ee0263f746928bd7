import type { Command } from '@sojourn/shared/session/command';
import type { ConsentDocument } from '@sojourn/shared/session/consent';
import type { ChecklistItem } from '@sojourn/shared/session/papers';

/* What three people answer whom nothing stands in the way of a dose. */

/** The texts that are in force: a renewed one fails here until it was looked at. */
const CONSENT_VERSION = '2026-11-28';
const CONSENTS: readonly ConsentDocument[] = ['kap', 'telehealth', 'chaperone_release'];
const CHECKLIST: readonly ChecklistItem[] = [
  'chaperone_near',
  'bathroom_path',
  'spit_cup',
  'basin',
  'eye_mask',
  'music',
  'phone_charged',
  'nothing_later',
  'no_driving',
];

export const CLIENT_PAPERS: readonly Command[] = [
  ...CONSENTS.map((document) => ({
    type: 'consent.sign' as const,
    document,
    version: CONSENT_VERSION,
    name: 'Robin Castellan',
  })),
  { type: 'location.attest', elsewhere: null },
  ...CHECKLIST.map((item) => ({ type: 'checklist.set' as const, item, done: true })),
  { type: 'fasting.report', hours: 5 },
  { type: 'today.report', took: null },
  { type: 'booster.answer', agreed: true },
];

export const AGREEMENT: Command = {
  type: 'chaperone.agree',
  name: 'Sam',
  phone: '+1 303 555 0147',
};

/** @param takenAt ms since the epoch, server's clock */
export const vitals = (takenAt: number): Command => ({
  type: 'vitals.record',
  systolic: 122,
  diastolic: 78,
  heartRate: 72,
  spo2: 98,
  readBy: 'chaperone',
  method: 'upper_arm_cuff',
  takenAt,
});
