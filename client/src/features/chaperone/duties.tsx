import { t } from '../../language/index.ts';
import { Card, Stack } from '../../ui/index.ts';
import { DUTIES, EMERGENCY_SIGNS } from './duty-words.ts';
import styles from './duties.module.css';

/** What a chaperone with a phone in a kitchen needs to have read once, and to find again. */
export function Duties({ clientName }: { clientName: string }) {
  return (
    <Stack gap={4}>
      <Card title={t('When this phone sounds')}>
        <ol className={styles.steps}>
          <li>{t('Tap “I’m going”, and go.')}</li>
          <li>
            {t('Look at {clientName}. Speak softly. Help them up only if they ask.', {
              clientName,
            })}
          </li>
          <li>{t('Tap “I’m with them”. The therapist sees both.')}</li>
        </ol>
      </Card>
      <EmergencySigns />
      <DutyList />
    </Stack>
  );
}

export const DutyList = () => (
  <Card title={t('What you do')}>
    <ul className={styles.steps}>
      {DUTIES.map((duty) => (
        <li key={duty}>{t(duty)}</li>
      ))}
    </ul>
  </Card>
);

export const EmergencySigns = () => (
  <Card title={t('Call 911 yourself, at once, if')} tone="high">
    <ul className={styles.steps}>
      {EMERGENCY_SIGNS.map((sign) => (
        <li key={sign}>{t(sign)}</li>
      ))}
    </ul>
    <p className={styles.note}>{t('You are there; the software and the therapist are not.')}</p>
  </Card>
);
