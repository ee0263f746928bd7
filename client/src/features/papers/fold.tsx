import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { classNames, Icon } from '../../ui/index.ts';
import styles from './fold.module.css';

export interface FoldProps {
  title: string;
  /** At the end of the line: where it stands. */
  mark?: ReactNode;
  open: boolean;
  onToggle: () => void;
  /** Inside another one. */
  inner?: boolean;
  children: ReactNode;
}

/** One short section: a line that says where it stands, and what is in it when it is opened. */
export function Fold({ title, mark, open, onToggle, inner = false, children }: FoldProps) {
  const id = useId();
  const fold = useRef<HTMLElement>(null);
  const line = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    const opened = open && !wasOpen.current;
    wasOpen.current = open;
    // Opened from elsewhere ("Next"): the keyboard and the eye are led there.
    if (opened && !fold.current?.contains(document.activeElement)) line.current?.focus();
  }, [open]);
  useLayoutEffect(() => {
    // What closed above it has moved it: its line stays in sight.
    if (open) line.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const Heading = inner ? 'h4' : 'h3';
  return (
    <section
      ref={fold}
      className={classNames(styles.fold, inner && styles.inner)}
      data-open={open || undefined}
    >
      <Heading className={styles.heading}>
        <button
          ref={line}
          type="button"
          className={styles.line}
          aria-expanded={open}
          aria-controls={id}
          onClick={onToggle}
        >
          <span className={styles.title}>{title}</span>
          {mark}
          <Icon name="chevron" className={styles.chevron} />
        </button>
      </Heading>
      <div id={id} className={styles.content} hidden={!open}>
        {open && children}
      </div>
    </section>
  );
}
