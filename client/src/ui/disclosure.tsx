import type { ReactNode } from 'react';
import styles from './disclosure.module.css';
import { Icon } from './icon.tsx';

export interface DisclosureProps {
  /** What is inside, with its number where it is a list: "Earlier versions (2)". */
  words: string;
  children: ReactNode;
}

/** What few need to see: closed until it is asked for. */
export function Disclosure({ words, children }: DisclosureProps) {
  return (
    <details className={styles.disclosure}>
      <summary className={styles.summary}>
        <Icon name="chevron" className={styles.chevron} />
        {words}
      </summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}
