import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { DataAttributes } from './data-attributes.ts';
import styles from './status.module.css';
import type { Tone } from './tone.ts';
import toneStyles from './tone.module.css';

export interface StatusProps extends DataAttributes {
  tone: Tone;
  /** The state in words: the mark's colour and shape only repeat it. */
  children: ReactNode;
  /** Screen readers say changes. One place per fact: not on every copy of it. */
  live?: boolean;
  /** Words without the pill, for running text and headers. */
  bare?: boolean;
}

export function Status({ tone, children, live = false, bare = false, ...data }: StatusProps) {
  return (
    <span
      {...data}
      className={classNames(toneStyles.tone, styles.status, bare && styles.bare)}
      data-tone={tone}
      role={live ? 'status' : undefined}
    >
      <span className={styles.mark} aria-hidden="true" />
      <span>{children}</span>
    </span>
  );
}
