import { useState } from 'react';
import { usePress } from '../../connection/use-press.ts';
import { hourWords } from '../../connection/words.ts';
import { Button, Dialog, Stack, Status, TextField } from '../../ui/index.ts';
import type { VitalsModel } from './vitals-model.ts';
import styles from './vitals.module.css';
import { t } from '../../language/index.ts';

/** Every reading, newest first. One that was entered in error is struck, and stays (VT4). */
export function Readings({ readings }: Pick<VitalsModel, 'readings'>) {
  const [striking, setStriking] = useState<string | null>(null);
  if (readings.length === 0) return null;
  return (
    <>
      <ul className={styles.readings} role="list" aria-label={t('Readings')}>
        {readings.map(({ readingId, words, takenAt, tone, standing, struck }) => (
          <li key={readingId} className={styles.reading} data-struck={struck || undefined}>
            <span className={styles.time}>{hourWords(takenAt)}</span>
            <span className={styles.values}>
              <span>{words}</span>
              <Status tone={tone} bare>
                {standing}
              </Status>
            </span>
            {!struck && (
              <Button
                variant="plain"
                label={t('Strike {reading}', { reading: words })}
                onPress={() => setStriking(readingId)}
              >
                {t('Strike')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {striking && <StrikeDialog readingId={striking} onClose={() => setStriking(null)} />}
    </>
  );
}

function StrikeDialog({ readingId, onClose }: { readingId: string; onClose: () => void }) {
  const { press, sending, refused } = usePress();
  const [reason, setReason] = useState('');
  const strike = async () => {
    if (await press({ type: 'vitals.strike', readingId, reason })) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('Strike this reading?')}
      actions={
        <>
          <Button onPress={onClose}>{t('Keep it')}</Button>
          <Button variant="primary" pending={sending} onPress={() => void strike()}>
            {t('Strike it')}
          </Button>
        </>
      }
    >
      <Stack>
        <p>{t('It stays in the record, marked as entered in error, and counts no more.')}</p>
        <TextField
          label={t('What was wrong')}
          value={reason}
          onChange={setReason}
          error={refused?.message}
        />
      </Stack>
    </Dialog>
  );
}
