import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './stack.module.css';

/** Steps of the space scale: 4, 8, 12, 16, 24, 32, 48 px. */
export type Gap = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface StackProps {
  children: ReactNode;
  gap?: Gap;
  align?: 'stretch' | 'start' | 'center' | 'end';
  /** Takes the height that is left. */
  fill?: boolean;
}
export function Stack({ children, gap = 4, align = 'stretch', fill = false }: StackProps) {
  return (
    <div
      className={classNames(styles.stack, fill && styles.fill)}
      data-gap={gap}
      data-align={align}
    >
      {children}
    </div>
  );
}

export interface RowProps {
  children: ReactNode;
  gap?: Gap;
  align?: 'center' | 'start' | 'end' | 'baseline' | 'stretch';
  justify?: 'start' | 'between' | 'center' | 'end';
  /** Equal widths that fall under one another on a narrow screen. */
  even?: boolean;
}
export function Row({
  children,
  gap = 3,
  align = 'center',
  justify = 'start',
  even = false,
}: RowProps) {
  return (
    <div
      className={classNames(styles.row, even && styles.even)}
      data-gap={gap}
      data-align={align}
      data-justify={justify}
    >
      {children}
    </div>
  );
}
