import type { Order } from '@sojourn/shared/care/order';
import { dayWords, lastDayWords } from '../../connection/dates.ts';
import { telLink } from '../../connection/words.ts';
import { Facts, Status, TextLink } from '../../ui/index.ts';
import styles from './order-card.module.css';
import { doseWords, holdWords, limitFacts, orderStanding } from './order-words.ts';
import { t } from '../../language/index.ts';

interface OrderTermsProps {
  order: Order;
  now: number;
}

/** One order, to be read as a prescription is: the dose large, then its limits, then who wrote it. */
export function OrderTermsView({ order, now }: OrderTermsProps) {
  const { terms, version, writtenAt } = order;
  const { words, tone } = orderStanding(order, now);
  return (
    <>
      <div className={styles.dose}>
        <Status tone={tone}>{words}</Status>
        <p className={styles.medicine}>{doseWords(terms)}</p>
        <p className={styles.hold}>{holdWords(terms)}</p>
      </div>
      <Facts facts={limitFacts(terms)} />
      <div className={styles.by}>
        <Facts
          facts={[
            {
              term: t('Prescriber'),
              value: (
                <>
                  {`${terms.prescriberName}\n${terms.prescriberLicence}\n`}
                  <TextLink href={telLink(terms.prescriberPhone)}>{terms.prescriberPhone}</TextLink>
                </>
              ),
            },
            {
              term: t('In force'),
              value: t('{day}\nto {lastDay}', {
                day: dayWords(terms.validFrom),
                lastDay: lastDayWords(terms.validUntil),
              }),
            },
            {
              term: t('Version'),
              value: t('{version}\nwritten {day}', { version, day: dayWords(writtenAt) }),
            },
          ]}
        />
      </div>
    </>
  );
}
