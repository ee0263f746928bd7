import { useState } from 'react';
import type { Order } from '@sojourn/shared/care/order';
import { Button, Card, Disclosure, Row } from '../../ui/index.ts';
import type { CareEdge } from './care-edge.ts';
import styles from './order-card.module.css';
import { OrderForm } from './order-form.tsx';
import { OrderTermsView } from './order-terms.tsx';
import { doseWords, endWords, holdWords, sortedOrders } from './order-words.ts';
import { ReasonForm } from './reason-form.tsx';
import { t } from '../../language/index.ts';

type Doing = { what: 'write'; changes: Order | null } | { what: 'withdraw'; order: Order } | null;

/** The prescriber's order: the one in force, those to come, and what was before. */
export function OrderCard(edge: CareEdge) {
  const { care, now } = edge;
  const [doing, setDoing] = useState<Doing>(null);
  const { live, earlier } = sortedOrders(care.orders, now);
  const form = {
    ...edge,
    onClose: () => setDoing(null),
    onDone: () => {
      setDoing(null);
      edge.onChanged();
    },
  };
  return (
    <Card
      title={t('Prescriber’s order')}
      actions={
        <Button
          variant="plain"
          flush="end"
          onPress={() => setDoing({ what: 'write', changes: null })}
        >
          {t('New order')}
        </Button>
      }
    >
      {live.length === 0 && (
        <p className={styles.quiet}>
          {t('No order is in force. Copy it here when the prescriber has written one.')}
        </p>
      )}
      {live.map((order) => (
        <div key={order.orderId} className={styles.order}>
          <OrderTermsView order={order} now={now} />
          <Row gap={2}>
            <Button onPress={() => setDoing({ what: 'write', changes: order })}>
              {t('Change the order')}
            </Button>
            <Button variant="plain" onPress={() => setDoing({ what: 'withdraw', order })}>
              {t('Withdraw')}
            </Button>
          </Row>
        </div>
      ))}
      {earlier.length > 0 && (
        <Disclosure words={t('Earlier orders and versions ({count})', { count: earlier.length })}>
          <ul className={styles.earlier}>
            {earlier.map((order) => (
              <li key={order.orderId}>
                <span className={styles.version}>
                  {t('Version {version}', { version: order.version })}
                </span>
                <span>{`${doseWords(order.terms)}. ${holdWords(order.terms)}.`}</span>
                <span className={styles.quiet}>{endWords(order, care.withdrawals)}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {doing?.what === 'write' && <OrderForm {...form} changes={doing.changes} />}
      {doing?.what === 'withdraw' && (
        <ReasonForm
          {...form}
          title={t('Withdraw the order')}
          submitWords={t('Withdraw the order')}
          command={{ type: 'order.withdraw', orderId: doing.order.orderId }}
        >
          <p>
            {t(
              '{dose}. From now on it is not in force, also for sessions that are already scheduled. It stays in the record.',
              { dose: doseWords(doing.order.terms) },
            )}
          </p>
        </ReasonForm>
      )}
    </Card>
  );
}
