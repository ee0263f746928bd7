import { useEffect } from 'react';
import { softSound } from '../../media/index.ts';
import type { Talker } from './line-connection.ts';
import { useLine } from './line-context.ts';
import { useHearOnTap, Voice } from './remote-audio.tsx';

/** ms between two rings while the other one waits. */
const RING = 4_000;

/** The other's voice on the line, and a soft ring while they wait to be joined. */
export function LineAudio({ other }: { other: Talker }) {
  const { talking, otherTalks, voice, audioBlocked, hear } = useLine();
  useHearOnTap(talking && audioBlocked, hear);
  const rings = otherTalks && !talking;
  useEffect(() => {
    if (!rings) return;
    const ring = () => {
      void softSound();
      navigator.vibrate?.([200, 120, 200]);
    };
    ring();
    const timer = setInterval(ring, RING);
    return () => clearInterval(timer);
  }, [rings]);
  return <Voice role={other} track={voice} />;
}
