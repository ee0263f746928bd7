import { useState } from 'react';
import { usePress } from '../../connection/use-press.ts';
import { Button, Row, Status, TextField } from '../../ui/index.ts';
import type { ReleaseModel } from './release-model.ts';
import styles from './release.module.css';
import { t } from '../../language/index.ts';

/** One criterion: met or not, always with what was seen or measured. */
export function CriterionRow({ line }: { line: ReleaseModel['lines'][number] }) {
  const { criterion, title, suggestion, ticked } = line;
  const { press, sending, refused } = usePress();
  const [typed, setTyped] = useState<string | null>(null);
  const [changing, setChanging] = useState(false);
  const value = typed ?? suggestion;
  const tick = async (met: boolean) => {
    if (await press({ type: 'release.tick', criterion, met, value })) {
      setTyped(null);
      setChanging(false);
    }
  };
  if (ticked && !changing) {
    return (
      <div className={styles.criterion} data-met={ticked.met}>
        <Status tone={ticked.met ? 'ok' : 'medium'} bare>
          {title}
        </Status>
        <span className={styles.value}>
          {ticked.met ? ticked.words : t('No: {words}', { words: ticked.words })}
        </span>
        <Button
          variant="plain"
          label={t('Change {title}', { title })}
          onPress={() => setChanging(true)}
        >
          {t('Change')}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.asked} role="group" aria-label={title}>
      <span className={styles.title}>{title}</span>
      <TextField
        label={t('What you saw: {title}', { title })}
        hideLabel
        placeholder={t('What you saw or measured')}
        value={value}
        onChange={setTyped}
        error={refused?.message}
      />
      <Row gap={2}>
        <Button
          pending={sending}
          label={t('{title}: met', { title })}
          onPress={() => void tick(true)}
        >
          {t('Met')}
        </Button>
        <Button
          variant="plain"
          pending={sending}
          label={t('{title}: not met', { title })}
          onPress={() => void tick(false)}
        >
          {t('Not met')}
        </Button>
      </Row>
    </div>
  );
}
