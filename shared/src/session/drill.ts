import { z } from 'zod';
import { reject, type Rejection } from '../rejection.ts';
import { unreachable } from '../result.ts';
import { DRILL_STEP, queueDeliveries, type DeliveryEvent } from './delivery.ts';
import { Channel } from './ladder.ts';
import type { SessionState } from './state.ts';
import type { ChaperoneView, TherapistView } from './view.ts';
import { words } from '../words.ts';

/* The alarm drill: the chaperone's own phone must have rung, and a person must have heard it (GD3). */

export const DrillCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('drill.start') }),
  z.object({ type: z.literal('drill.answer'), drillId: z.string().max(64), heard: z.boolean() }),
]);
export type DrillCommand = z.infer<typeof DrillCommand>;

export const DrillEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('drill.started'), drillId: z.string() }),
  z.object({ type: z.literal('drill.answered'), drillId: z.string(), heard: z.boolean() }),
]);
export type DrillEvent = z.infer<typeof DrillEvent>;

export interface Drill {
  /** The press that started it. */
  drillId: string;
  state: 'sounding' | 'passed' | 'failed';
  startedAt: number;
  answeredAt: number | null;
}

export function refuseDrillStart(view: TherapistView): Rejection | null {
  if (view.t0 !== null) return reject('wrong_phase', words('The drill belongs before the dose.'));
  const { admission, connected } = view.people.chaperone;
  return admission === 'admitted' && connected
    ? null
    : reject('presence_needed', words('The chaperone’s phone is not connected.'));
}

export function refuseDrillAnswer(view: ChaperoneView, drillId: string): Rejection | null {
  return view.drill?.drillId === drillId
    ? null
    : reject('not_found', words('This drill is over. Your therapist can start another.'));
}

export function decideDrill(
  state: SessionState,
  command: DrillCommand,
  commandId: string,
): (DrillEvent | DeliveryEvent)[] {
  switch (command.type) {
    case 'drill.start':
      // Through every way to the chaperone's phone, as an alert would go (GD3).
      return [
        { type: 'drill.started', drillId: commandId },
        ...queueDeliveries(state, {
          alertId: commandId,
          step: DRILL_STEP,
          channels: Channel.options,
          to: 'chaperone',
        }),
      ];
    case 'drill.answer': {
      const { drillId, heard } = command;
      return state.drill?.state === 'sounding' ? [{ type: 'drill.answered', drillId, heard }] : [];
    }
    default:
      return unreachable(command);
  }
}

export function evolveDrill(state: SessionState, event: DrillEvent, at: number): SessionState {
  if (event.type === 'drill.started') {
    const { drillId } = event;
    return { ...state, drill: { drillId, state: 'sounding', startedAt: at, answeredAt: null } };
  }
  if (state.drill?.drillId !== event.drillId) return state;
  const answered = event.heard ? ('passed' as const) : ('failed' as const);
  return { ...state, drill: { ...state.drill, state: answered, answeredAt: at } };
}
