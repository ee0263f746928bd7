import { Meter } from 'react-aria-components';
import styles from './level-meter.module.css';

export interface LevelMeterProps {
  label: string;
  /** 0 silence, 1 as loud as it gets. */
  level: number;
  /** The level in words ("We hear you"), shown beside the label. */
  words?: string | undefined;
}

const bars = Array.from({ length: 18 }, (_, index) => (index + 0.5) / 18);

export function LevelMeter({ label, level, words }: LevelMeterProps) {
  const value = Math.min(1, Math.max(0, level));
  return (
    <Meter
      className={styles.meter ?? ''}
      aria-label={label}
      value={Math.round(value * 100)}
      valueLabel={words}
    >
      <span className={styles.words} aria-hidden="true">
        <span>{label}</span>
        <span>{words}</span>
      </span>
      <span className={styles.bars} aria-hidden="true">
        {bars.map((from) => (
          <span key={from} data-lit={value >= from || undefined} />
        ))}
      </span>
    </Meter>
  );
}
