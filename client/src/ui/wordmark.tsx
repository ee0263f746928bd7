import styles from './wordmark.module.css';

export interface WordmarkProps {
  /** The mark alone, where room is scarce. */
  compact?: boolean;
}

/** A doorway with a low sun over still water: a stay somewhere else, and home around it. */
export function Wordmark({ compact = false }: WordmarkProps) {
  return (
    <span className={styles.wordmark} role="img" aria-label="Sojourn">
      <svg viewBox="0 0 32 32" className={styles.mark}>
        <path className={styles.door} d="M5 29V15.5a11 11 0 0 1 22 0V29Z" />
        <path className={styles.sun} d="M9.8 20.5a6.2 6.2 0 0 1 12.4 0Z" />
        <path className={styles.water} d="M10 23.6h12M12.5 26.4h7" />
      </svg>
      {!compact && <span aria-hidden="true">Sojourn</span>}
    </span>
  );
}
