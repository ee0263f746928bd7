import { useState } from 'react';
import { usePress } from '../../connection/use-press.ts';
import { Button, Row, Status, TextField } from '../../ui/index.ts';
import type { ReleaseModel } from './release-model.ts';
import styles from './release.module.css';

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
        <span className={styles.value}>{ticked.met ? ticked.words : `No: ${ticked.words}`}</span>
        <Button variant="plain" label={`Change ${title}`} onPress={() => setChanging(true)}>
          Change
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.asked} role="group" aria-label={title}>
      <span className={styles.title}>{title}</span>
      <TextField
        label={`What you saw: ${title}`}
        hideLabel
        placeholder="What you saw or measured"
        value={value}
        onChange={setTyped}
        error={refused?.message}
      />
      <Row gap={2}>
        <Button pending={sending} label={`${title}: met`} onPress={() => void tick(true)}>
          Met
        </Button>
        <Button
          variant="plain"
          pending={sending}
          label={`${title}: not met`}
          onPress={() => void tick(false)}
        >
          Not met
        </Button>
      </Row>
    </div>
  );
}
