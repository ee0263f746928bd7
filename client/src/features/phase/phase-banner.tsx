import { useServerNow } from '../../connection/use-clock.ts';
import { useSession } from '../../connection/use-session.ts';
import { Figure } from '../../ui/index.ts';
import { bannerModel } from './phase-model.ts';
import styles from './phase-banner.module.css';

/** Where the session stands, in the words of whoever reads it. */
export function PhaseBanner() {
  const { view } = useSession();
  const now = useServerNow();
  if (!view || view.screen === 'lobby') return null;
  const { phase, title, words, inPhase, sinceDose } = bannerModel(view, now);
  return (
    <section
      className={styles.banner}
      aria-label="Session phase"
      data-phase={phase}
      data-role={view.screen}
    >
      <div className={styles.words} role="status">
        <h2 className={styles.title}>{title}</h2>
        <p className={styles.sentence}>{words}</p>
      </div>
      <div className={styles.figures}>
        {inPhase && view.screen !== 'client' && <Figure label="in this phase" value={inPhase} />}
        {sinceDose !== null && (
          <Figure
            label="since the dose"
            value={`${sinceDose} min`}
            {...(view.screen === 'therapist' && { size: 'large' as const })}
          />
        )}
        {inPhase && sinceDose === null && view.screen === 'client' && (
          <Figure label="here" value={inPhase} />
        )}
      </div>
    </section>
  );
}
