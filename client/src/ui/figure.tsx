import type { ReactNode } from 'react';
import styles from './figure.module.css';

export interface FigureProps {
  /** What it counts: "since the dose". */
  label: string;
  /** Already in words or digits: "34 min". Digits keep their width. */
  value: ReactNode;
  size?: 'medium' | 'large';
}

/** One number that matters, with its name. */
export function Figure({ label, value, size = 'medium' }: FigureProps) {
  return (
    <div className={styles.figure} data-size={size}>
      <span className={styles.value}>{value}</span> <span className={styles.label}>{label}</span>
    </div>
  );
}
