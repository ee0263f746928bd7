import { useId, type ReactNode } from 'react';
import styles from './card.module.css';
import { classNames } from './class-names.ts';
import type { DataAttributes } from './data-attributes.ts';
import type { Tone } from './tone.ts';
import toneStyles from './tone.module.css';

export interface CardProps extends DataAttributes {
  /** The heading, and the accessible name of the region unless `label` says another. */
  title: ReactNode;
  label?: string | undefined;
  children?: ReactNode;
  /** At the end of the heading's line: a Status, a plain Button. */
  actions?: ReactNode;
  headingLevel?: 2 | 3 | 4;
  hideTitle?: boolean;
  /** raised: paper on the surface · flat: no frame (phones, the client) · sunken: a well. */
  look?: 'raised' | 'flat' | 'sunken';
  /** Tints the card: keep for alerts and lost links. */
  tone?: Tone | undefined;
}

/** A part of the page with a heading: a region that a screen reader can jump to. */
export function Card(props: CardProps) {
  const {
    title,
    label,
    children,
    actions,
    headingLevel = 2,
    hideTitle = false,
    look = 'raised',
    tone,
    ...data
  } = props;
  const headingId = useId();
  const Heading = `h${headingLevel}` as const;
  return (
    <section
      {...data}
      className={classNames(styles.card, styles[look], toneStyles.tone)}
      data-tone={tone}
      aria-label={label}
      aria-labelledby={label ? undefined : headingId}
    >
      <header className={hideTitle && !actions ? 'visually-hidden' : styles.header}>
        <Heading id={headingId} className={hideTitle ? 'visually-hidden' : styles.title}>
          {title}
        </Heading>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </section>
  );
}
