import { eventWords } from '@sojourn/shared/session/event-words';
import type { RecordedEvent } from '@sojourn/shared/session/event';
import { hourWords } from '../../connection/words.ts';
import styles from './watch.module.css';
import { t, told } from '../../language/index.ts';

interface TimelineListProps {
  /** Oldest first. */
  entries: readonly RecordedEvent[];
  names: Parameters<typeof eventWords>[1];
  t0: number | null;
  /** In full length and from the beginning, for a page of its own. */
  whole?: boolean;
}

/** What happened, in words: the newest first while one watches. */
export function TimelineList({ entries, names, t0, whole = false }: TimelineListProps) {
  return (
    // It scrolls: the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ol
      className={styles.list}
      role="list"
      aria-label={t('Timeline')}
      tabIndex={0}
      data-whole={whole || undefined}
    >
      {(whole ? entries : entries.toReversed()).map((entry) => {
        const { title, detail, isOwn, tone } = eventWords(entry, names);
        const minute = t0 === null || entry.at < t0 ? null : Math.floor((entry.at - t0) / 60_000);
        return (
          <li key={entry.seq} className={styles.entry} data-kind={tone}>
            <span className={styles.time}>
              {hourWords(entry.at)}
              {minute !== null && (
                <span className={styles.minute}>{t('{minutes} min', { minutes: minute })}</span>
              )}
            </span>
            <span className={styles.words}>
              <span>{told(title)}</span>
              {detail && <span className={styles.detail}>{isOwn ? detail : told(detail)}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
