import { t } from '../../language/index.ts';
import { Status } from '../../ui/index.ts';
import styles from './saved.module.css';

interface SavedProps {
  sending: boolean;
  /** What is recorded of this answer, in words; null while nothing is. */
  words: string | null;
}

/** Where an answer stands, at its place. Nothing is shown as saved that is not (CM4). */
export const Saved = ({ sending, words }: SavedProps) => (
  <span className={styles.saved} role="status">
    {sending ? (
      <Status tone="waiting" bare>
        {t('Saving…')}
      </Status>
    ) : (
      words && (
        <Status tone="ok" bare>
          {words}
        </Status>
      )
    )}
  </span>
);
