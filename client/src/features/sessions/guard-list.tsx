import type { Guard } from '@sojourn/shared/guard';
import { MetMark } from '../../ui/index.ts';
import styles from './guard-list.module.css';
import { TURN_WORDS } from './schedule-model.ts';
import { t, told } from '../../language/index.ts';

interface GuardListProps {
  label: string;
  guards: readonly Guard[];
}

/** Points that fill by themselves. An open one says whose turn it is. */
export function GuardList({ label, guards }: GuardListProps) {
  return (
    <section className={styles.guards} aria-label={label} aria-live="polite">
      <p className={styles.label}>{label}</p>
      <ul className={styles.list}>
        {guards.map(({ guard, met, turn, words }) => (
          <li key={guard} className={styles.guard}>
            <MetMark met={met} label={met ? t('Done') : t('Still open')} />
            <span className={styles.words}>
              {told(words)}
              {!met && <span className={styles.turn}>{t(TURN_WORDS[turn])}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
