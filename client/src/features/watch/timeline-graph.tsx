import type { GraphModel } from './graph-model.ts';
import styles from './timeline-graph.module.css';
import { t } from '../../language/index.ts';

const at = (percent: number) => ({ '--at': `${percent}%` }) as React.CSSProperties;

/** The minutes since the dose at a glance; the list beside it says the same in words. */
export function TimelineGraph({ graph }: { graph: GraphModel }) {
  const { now, window, ticks, lanes } = graph;
  return (
    <div className={styles.graph} aria-hidden="true">
      <div className={styles.names}>
        {lanes.map(({ name }) => (
          <span key={name}>{name}</span>
        ))}
      </div>
      <div className={styles.field}>
        <span
          className={styles.window}
          style={{ ...at(window.from), '--to': `${window.to}%` } as React.CSSProperties}
        >
          {t('active effects')}
        </span>
        {ticks.map(({ at: percent, label }) => (
          <span key={label} className={styles.tick} style={at(percent)}>
            {label}
          </span>
        ))}
        <span className={styles.now} style={at(now)} />
        {lanes.map(({ name, marks }) => (
          <div key={name} className={styles.lane}>
            {marks.map(({ key, at: percent, tone, title, hollow }) => (
              <span
                key={key}
                className={styles.mark}
                data-tone={tone}
                data-hollow={hollow || undefined}
                style={at(percent)}
                title={title}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
