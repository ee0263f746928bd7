import type { ChaperoneView } from '@sojourn/shared/session/view';
import { m } from '../../language/index.ts';
import { chaperoneAlert } from './chaperone-alert-model.ts';

/** What the chaperone's phone shows of a drill (GD3). */
export interface DrillModel {
  /** Sounds, and waits for an answer; null: none, or a real alert comes first. */
  drillId: string | null;
  /** Nothing was heard of the last one: how this phone is made to sound. */
  help: boolean;
}

/**
 * @param unheard the drill that this phone's person answered with "I heard nothing"
 * @param now server's clock, ms
 */
export function drillModel(view: ChaperoneView, unheard: string | null, now: number): DrillModel {
  const drillId = view.drill?.drillId ?? null;
  const alerted = chaperoneAlert(view, now) !== null;
  return {
    drillId: alerted ? null : drillId,
    help: unheard !== null && (drillId === null || drillId === unheard) && view.t0 === null,
  };
}

/** In the order in which it is most often the cause. */
export const SOUND_HELP: readonly string[] = [
  m('Turn the volume up, with the buttons at its side.'),
  m('Look for a silent switch at its side, and turn it off.'),
  m('Turn off “do not disturb”, “focus” and sleep modes.'),
  m('Unplug headphones, and disconnect a Bluetooth speaker.'),
];
