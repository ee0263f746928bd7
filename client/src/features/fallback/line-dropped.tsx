import type { Kept } from '../../connection/kept-model.ts';
import { clientFallback } from './fallback-model.ts';
import styles from './fallback.module.css';

/** The client's screen while no server answers: large, calm, and nothing to do (WD3). */
export function LineDropped({ kept }: { kept: Kept | null }) {
  const { title, words } = clientFallback(kept);
  return (
    <section className={styles.calm} role="status" data-fallback="client">
      <p className={styles.quiet}>{title}</p>
      {words.map((each) => (
        <p key={each} className={styles.line}>
          {each}
        </p>
      ))}
    </section>
  );
}
