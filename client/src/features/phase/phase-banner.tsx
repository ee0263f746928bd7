import { useServerNow } from '../../connection/use-clock.ts';
import { useSession } from '../../connection/use-session.ts';
import { Figure } from '../../ui/index.ts';
import { bannerModel } from './phase-model.ts';
import styles from './phase-banner.module.css';
import { t } from '../../language/index.ts';

/** Where the session stands, in the words of whoever reads it. The client has no stopwatch beside “Take your time”. */
export function PhaseBanner() {
  const view = useSession('view');
  const now = useServerNow();
  if (!view || view.screen === 'lobby') return null;
  const { phase, title, words, inPhase, sinceDose } = bannerModel(view, now);
  return (
    <section
      className={styles.banner}
      aria-label={t('Session phase')}
      data-phase={phase}
      data-role={view.screen}
    >
      <div className={styles.words} role="status">
        <h2 className={view.screen === 'client' ? 'visually-hidden' : styles.title}>{title}</h2>
        <p className={styles.sentence}>{words}</p>
      </div>
      {view.screen === 'client' ? (
        <div className={styles.quiet}>
          {sinceDose !== null && (
            <span>{t('{minutes} min since the dose', { minutes: sinceDose })}</span>
          )}
        </div>
      ) : (
        <div className={styles.figures}>
          {inPhase && <Figure label={t('in this phase')} value={inPhase} />}
          {sinceDose !== null && (
            <Figure
              label={t('since the dose')}
              value={t('{minutes} min', { minutes: sinceDose })}
            />
          )}
        </div>
      )}
    </section>
  );
}
