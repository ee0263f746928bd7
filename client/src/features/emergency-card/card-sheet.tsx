import { telLink } from '../../connection/words.ts';
import { t, told } from '../../language/index.ts';
import { LinkButton } from '../../ui/index.ts';
import type { CardModel } from './card-model.ts';
import styles from './card-sheet.module.css';

/** Read aloud from top to bottom, with a dispatcher on the line (EC1). */
export function CardSheet({ card }: { card: CardModel }) {
  const { call, lines, phones } = card;
  return (
    <div className={styles.sheet}>
      <div className={styles.call}>
        {call.phone ? (
          <LinkButton href={telLink(call.phone)} variant="danger" size="large" icon="phone" wide>
            {call.label}
          </LinkButton>
        ) : (
          <p className={styles.words}>{call.label}</p>
        )}
        <p className={styles.note}>{call.note}</p>
      </div>
      <h3 className={styles.say}>{t('Then say this:')}</h3>
      <dl className={styles.lines}>
        {lines.map(({ label, words, more }) => (
          <div key={label} className={styles.line}>
            <dt className={styles.label}>{label}</dt>
            <dd className={styles.words}>
              {words}
              {more && <span className={styles.more}>{more}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {phones.length > 0 && (
        <>
          <h3 className={styles.say}>{t('Others to call')}</h3>
          <ul className={styles.phones}>
            {phones.map(({ who, phone }) => (
              <li key={who}>
                <LinkButton href={telLink(phone)} icon="phone" wide>
                  <span className={styles.who}>{told(who)}</span> {phone}
                </LinkButton>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
