import { randomUUID } from 'node:crypto';
import type { Command } from '@sojourn/shared/session/command';
import { ConsentDocument, consentVersion } from '@sojourn/shared/session/consent';
import { Criterion } from '@sojourn/shared/session/criterion';
import { ChecklistItem } from '@sojourn/shared/session/papers';
import { nextPhase, type Phase, type SessionKind } from '@sojourn/shared/session/phase';
import type { Role } from '@sojourn/shared/session/role';

/* Test support: what people press to get from phase to phase, every guard met. */

interface Walker {
  press(role: Role, command: Command, commandId?: string): Promise<unknown>;
  stand(): Promise<{ kind: SessionKind; phase: Phase; revision: number }>;
  now(): number;
  /** Lets time pass, ms; only the release needs it. */
  wait?(ms: number): void;
}

async function doPapers({ press }: Walker): Promise<void> {
  for (const document of ConsentDocument.options) {
    const version = consentVersion(document);
    await press('client', { type: 'consent.sign', document, version, name: 'Robin' });
  }
  await press('client', { type: 'location.attest', elsewhere: null });
  for (const item of ChecklistItem.options) {
    await press('client', { type: 'checklist.set', item, done: true });
  }
  await press('client', { type: 'fasting.report', hours: 5 });
  await press('client', { type: 'today.report', took: null });
  await press('chaperone', { type: 'chaperone.agree', name: 'Sam', phone: '+13035550147' });
}

export const vitalsAt = (takenAt: number): Command => ({
  type: 'vitals.record',
  systolic: 122,
  diastolic: 78,
  heartRate: 72,
  spo2: 98,
  readBy: 'chaperone',
  method: 'upper_arm_cuff',
  takenAt,
});

async function meet(walker: Walker, kind: SessionKind, to: Phase): Promise<void> {
  const { press, now, wait } = walker;
  const mark = (seen: 'speaks' | 'eyes_open' | 'oriented') =>
    press('therapist', { type: 'mark.record', mark: seen });
  if (to === 'talk') await press('client', { type: 'location.attest', elsewhere: null });
  if (kind !== 'dosing') return;
  if (to === 'setup') await doPapers(walker);
  if (to === 'ready') {
    const drillId = randomUUID();
    await press('therapist', { type: 'drill.start' }, drillId);
    await press('chaperone', { type: 'drill.answer', drillId, heard: true });
  }
  if (to === 'hold') await press('therapist', vitalsAt(now()));
  if (to === 'onset') await press('therapist', { type: 'hold.end', how: 'spat' });
  if (to === 'return') {
    await mark('speaks');
    await mark('eyes_open');
  }
  if (to === 'integration') await mark('oriented');
  if (to !== 'closed') return;
  for (const criterion of Criterion.options) {
    await press('therapist', { type: 'release.tick', criterion, met: true, value: 'As it should' });
  }
  wait?.(125 * 60_000);
  const { revision: expectedRevision } = await walker.stand();
  await press('therapist', { type: 'release.sign', name: 'Maya', expectedRevision });
  await press('chaperone', { type: 'release.sign', name: 'Sam', expectedRevision });
}

/** By legal moves only; stops where a move does not happen. */
export async function walkTo(walker: Walker, phase: Phase): Promise<void> {
  for (;;) {
    const { kind, phase: here } = await walker.stand();
    const to = nextPhase(kind, here);
    if (here === phase || to === null) return;
    await meet(walker, kind, to);
    const { revision: expectedRevision } = await walker.stand();
    if (to === 'hold') {
      await walker.press('therapist', { type: 'dose.start', tablets: 2, expectedRevision });
      await walker.press('client', { type: 'dose.ready' });
    } else {
      await walker.press('therapist', { type: 'phase.advance', to, expectedRevision });
    }
    if ((await walker.stand()).phase === here) throw new Error(`No way from ${here} to ${to}`);
  }
}
