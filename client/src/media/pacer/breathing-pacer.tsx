import { useRef } from 'react';
import { t } from '../../language/index.ts';
import styles from './pacer.module.css';
import { useBreath } from './use-pacer.ts';

export interface BreathingPacerProps {
  /** 4 to 8; what is outside is brought inside. */
  breathsPerMinute: number;
  /** A soft wind that rises and sinks with it. */
  sound: boolean;
  /** A circle that grows and sinks; false: nothing moves, and the word fades. */
  moving: boolean;
}

/**
 * A breath to go along with: a longer way out, nothing held, nothing counted (GR5). With
 * `prefers-reduced-motion` nothing moves whatever was chosen.
 */
export function BreathingPacer({ breathsPerMinute, sound, moving }: BreathingPacerProps) {
  const element = useRef<HTMLDivElement>(null);
  const going = useBreath(element, { breathsPerMinute, sound });
  return (
    <div
      ref={element}
      className={styles.pacer}
      role="img"
      aria-label={t('Breathe in, and let the breath out for longer.')}
      data-going={going}
      data-moving={moving || undefined}
    >
      <span className={styles.circle} />
      <span className={styles.word}>{going === 'in' ? t('In') : t('Out')}</span>
    </div>
  );
}
