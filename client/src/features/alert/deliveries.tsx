import { useView } from '../../connection/use-session.ts';
import { t } from '../../language/index.ts';
import { Status } from '../../ui/index.ts';
import styles from './alert-list.module.css';
import { deliveryLines } from './delivery-model.ts';

/** How far the messages of one alert or drill got, way by way (AL11). */
export function Deliveries({ alertId }: { alertId: string }) {
  const view = useView('therapist');
  const lines = deliveryLines(view.deliveries, alertId, view);
  if (lines.length === 0) return null;
  return (
    <ul className={styles.deliveries} role="list" aria-label={t('Messages to the phone')}>
      {lines.map(({ key, words, tone }) => (
        <li key={key}>
          <Status bare tone={tone}>
            {words}
          </Status>
        </li>
      ))}
    </ul>
  );
}
