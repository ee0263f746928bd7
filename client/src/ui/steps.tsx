import { Icon } from './icon.tsx';
import styles from './steps.module.css';
import { m, t } from '../language/index.ts';

export interface Step {
  title: string;
  /** What it means or stands at, in a few words. */
  words?: string | undefined;
  standing: 'done' | 'now' | 'ahead';
}

export interface StepsProps {
  label: string;
  steps: readonly Step[];
  /** Under one another also where there is room. */
  upright?: boolean;
}

const SAID = { done: m('done'), now: m('now'), ahead: m('to come') } as const;

/** Where somebody stands on a way of a few steps. Nothing here is a target or a score. */
export function Steps({ label, steps, upright = false }: StepsProps) {
  return (
    <ol className={styles.steps} aria-label={label} role="list" data-upright={upright || undefined}>
      {steps.map(({ title, words, standing }) => (
        <li
          key={title}
          className={styles.step}
          data-standing={standing}
          aria-current={standing === 'now' ? 'step' : undefined}
        >
          <span className={styles.mark} aria-hidden="true">
            {standing === 'done' && <Icon name="check" />}
          </span>
          <span className={styles.words}>
            <span className={styles.title}>{title}</span>
            <span className="visually-hidden">{`, ${t(SAID[standing])}`}</span>
            {words && <span className={styles.detail}>{words}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
