import type { ReactNode } from 'react';
import styles from './facts.module.css';
import { t } from '../language/index.ts';

export interface Fact {
  term: string;
  /** Null: not known yet, and said so. */
  value: ReactNode;
  /** Takes the whole line: an address, a list. */
  wide?: boolean | undefined;
}

export interface FactsProps {
  facts: readonly Fact[];
  /** Said where a value is null. */
  unknown?: string;
}

/** What is known of something, to be read: names above, values below, side by side where there is room. */
export function Facts({ facts, unknown = t('Not given') }: FactsProps) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ term, value, wide }) => (
        <div key={term} className={styles.fact} data-wide={wide || undefined}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.value} data-unknown={value === null || undefined}>
            {value ?? unknown}
          </dd>
        </div>
      ))}
    </dl>
  );
}
