import type { EmergencyCard } from '@sojourn/shared/session/emergency-card';
import { dayWords } from '../../connection/dates.ts';
import { hourWords } from '../../connection/words.ts';
import { t, told } from '../../language/index.ts';
import { cardModel, type CardReader } from './card-model.ts';
import styles from './printed-card.module.css';

interface PrintedCardProps {
  card: EmergencyCard;
  reader: CardReader;
  t0: number | null;
  /** When it was drawn up, server's clock, ms. */
  at: number;
}

/** The card for paper: one page, black on white, times of the clock instead of minutes. */
export function PrintedCard({ card, reader, t0, at }: PrintedCardProps) {
  const { call, lines, phones } = cardModel(card, { reader, t0, now: at, onPaper: true });
  return (
    <article className={styles.paper}>
      <h1 className={styles.title}>{t('Emergency card')}</h1>
      <p className={styles.call}>
        <strong>{call.label}</strong> {call.note}
      </p>
      <dl className={styles.lines}>
        {lines.map(({ label, words, more }) => (
          <div key={label} className={styles.line}>
            <dt>{label}</dt>
            <dd>
              <strong>{words}</strong>
              {more && <span className={styles.more}>{more}</span>}
            </dd>
          </div>
        ))}
        {phones.map(({ who, phone }) => (
          <div key={who} className={styles.line}>
            <dt>{told(who)}</dt>
            <dd>
              <strong>{phone}</strong>
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.at}>
        {t('As of {day}, {time}. Keep it where only those who help see it.', {
          day: dayWords(at),
          time: hourWords(at),
        })}
      </p>
    </article>
  );
}
