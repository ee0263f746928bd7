import { useEffect, useRef, useState, type RefObject } from 'react';
import { z } from 'zod';
import { canSound, pageAudio } from '../audio-unlock.ts';
import { createKeptChoice, useKeptChoice } from '../kept-choice.ts';
import { breathSound } from './breath-sound.ts';
import { atNewPace, breathAt, PACE, paceOf, type Breath } from './pacer-model.ts';

const Choice = z.object({
  breathsPerMinute: z.number().min(PACE.least).max(PACE.most),
  sound: z.boolean(),
  /** The circle grows and sinks; else nothing moves, and a word fades. */
  moving: z.boolean(),
});
export type PacerChoices = z.infer<typeof Choice>;

/** How this device's person likes to be paced, chosen before the session. Stillness is the default. */
export const pacerChoice = createKeptChoice<PacerChoices>('sojourn.pacer', Choice, {
  breathsPerMinute: PACE.usual,
  sound: true,
  moving: false,
});

/** ms between two looks at the sound; browsers let a hidden page look once a second. */
const SOUND_EVERY = 250;

interface BreathOptions {
  breathsPerMinute: number;
  sound: boolean;
}

/**
 * Draws the breath into `element` as `--full`, frame by frame and without React, lets it be heard, and
 * tells when the way turns.
 */
export function useBreath(
  element: RefObject<HTMLElement | null>,
  { breathsPerMinute, sound }: BreathOptions,
): Breath['going'] {
  const pace = paceOf(breathsPerMinute);
  const [going, setGoing] = useState<Breath['going']>('in');
  const clock = useRef<{ began: number; pace: number } | null>(null);
  useEffect(() => {
    const now = performance.now();
    const before = clock.current;
    const began = now - (before ? atNewPace(now - before.began, before.pace, pace) : 0);
    clock.current = { began, pace };
    let frame = 0;
    const draw = () => {
      const breath = breathAt(performance.now() - began, pace);
      element.current?.style.setProperty('--full', breath.full.toFixed(3));
      setGoing(breath.going);
      frame = requestAnimationFrame(draw);
    };
    draw();
    return () => cancelAnimationFrame(frame);
  }, [element, pace]);
  useEffect(() => {
    if (!sound || !canSound()) return;
    const heard = breathSound(pageAudio());
    const follow = () => {
      if (clock.current) heard.follow(performance.now() - clock.current.began, clock.current.pace);
    };
    follow();
    const timer = setInterval(follow, SOUND_EVERY);
    return () => {
      clearInterval(timer);
      heard.stop();
    };
  }, [sound]);
  return going;
}

export const usePacerChoice = (): PacerChoices => useKeptChoice(pacerChoice);
