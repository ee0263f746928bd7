import type { GuestRole } from '@sojourn/shared/session/role';
import { useSession } from '../../connection/use-session.ts';
import { t } from '../../language/index.ts';
import { Status } from '../../ui/index.ts';
import { waitingWords } from './lobby-model.ts';
import styles from './waiting.module.css';

/** Nothing to do and nothing to fear: a slow breath of light, and a few true words. */
export function Waiting({ role }: { role: GuestRole }) {
  const link = useSession('link');
  return (
    <div className={styles.waiting}>
      <div className={styles.sign}>
        <span className={styles.breath} aria-hidden="true" />
        <Status tone={link === 'connected' ? 'ok' : 'lost'} live>
          {link === 'connected' ? t('Your place is kept') : t('Reconnecting. Your place is kept')}
        </Status>
      </div>
      <ul className={styles.words}>
        {waitingWords({ role }).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </div>
  );
}
