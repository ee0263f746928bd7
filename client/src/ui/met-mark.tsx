import { Icon } from './icon.tsx';
import styles from './met-mark.module.css';

export interface MetMarkProps {
  met: boolean;
  /** Only where no words beside it say the same; without one it is hidden from screen readers. */
  label?: string;
}

/** Before a point of a list: a ring while it is open, a tick once it is met. */
export function MetMark({ met, label }: MetMarkProps) {
  return (
    <span
      className={styles.mark}
      data-met={met || undefined}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {met && <Icon name="check" />}
    </span>
  );
}
