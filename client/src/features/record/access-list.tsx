import type { RecordReply } from '@sojourn/shared/http/record-api';
import { Card } from '../../ui/index.ts';
import { accessWords } from './record-model.ts';
import styles from './record.module.css';
import { t } from '../../language/index.ts';

/** Everybody who looked, this look included. */
export function AccessList({ access }: Pick<RecordReply, 'access'>) {
  return (
    <Card title={t('Who has looked')}>
      <ol className={styles.access} role="list">
        {access.map((entry) => (
          <li key={`${entry.at} ${entry.what}`}>{accessWords(entry)}</li>
        ))}
      </ol>
    </Card>
  );
}
