import type { Ladder, LadderStep } from '@sojourn/shared/session/ladder';

/*
 * The campaign's own ladder: that of domain.md, five times as steep, so that many steps are taken in an
 * hour. It reaches the product as a practice's would.
 */

const rung = (
  step: string,
  after: number,
  channels: LadderStep['channels'],
  more: Partial<LadderStep> = {},
): LadderStep => ({
  step,
  since: 'raised',
  after,
  every: null,
  channels,
  to: 'chaperone',
  showsDispatchLine: false,
  ...more,
});

export const LADDER: Ladder = {
  high: [
    rung('at_once', 0, ['push', 'sms']),
    rung('phone_call', 2, ['call']),
    rung('second_contact', 6, ['sms', 'call'], { to: 'second', showsDispatchLine: true }),
    rung('again', 9, ['push', 'sms', 'call'], { to: 'both', every: 10 }),
    rung('not_with_them', 4, ['push', 'call'], { since: 'going', to: 'both', every: 10 }),
  ],
  medium: [
    rung('at_once', 0, ['push']),
    rung('message', 2, ['sms']),
    rung('phone_call', 6, ['call']),
    rung('again', 10, ['push', 'call'], { every: 20 }),
    rung('not_with_them', 4, ['push'], { since: 'going', every: 20 }),
  ],
  low: [rung('at_once', 0, ['push'])],
};

interface Climbing {
  priority: keyof Ladder;
  raisedAt: number;
  goingAt: number | null;
  /** Steps that were taken, and when. */
  steps: ReadonlyMap<string, number>;
}

/** When this step is due: after the raising or "going", and a repeat after the time before it. */
export function dueAt(alert: Climbing, step: string): number | undefined {
  const { rung: found, repeat } = partsOf(alert.priority, step);
  if (repeat > 0) {
    const before = alert.steps.get(repeat === 1 ? found.step : `${found.step}.${repeat - 1}`);
    return before === undefined ? undefined : before + (found.every ?? 0) * 1_000;
  }
  const from = found.since === 'going' ? alert.goingAt : alert.raisedAt;
  return from === null ? undefined : from + found.after * 1_000;
}

/** ms after the raising, or after "going", before which this step cannot be due. */
export function notBefore(priority: keyof Ladder, step: string): { since: string; ms: number } {
  const { rung: found, repeat } = partsOf(priority, step);
  return { since: found.since, ms: (found.after + repeat * (found.every ?? 0)) * 1_000 };
}

function partsOf(priority: keyof Ladder, step: string) {
  const [name, repeat = '0'] = step.split('.');
  const found = LADDER[priority].find((each) => each.step === name);
  if (!found) throw new Error(`No such step: ${priority} ${step}`);
  return { rung: found, repeat: Number(repeat) };
}
