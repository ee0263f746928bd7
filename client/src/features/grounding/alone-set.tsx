import { ALONE_PROMPTS } from '@sojourn/shared/session/prompt-library';
import { PHRASE, type Helped } from '@sojourn/shared/session/prompt-offer';
import { useKept } from '../../connection/use-kept.ts';
import { t } from '../../language/index.ts';
import { Button } from '../../ui/index.ts';
import styles from './grounding.module.css';

interface AloneSetProps {
  open: boolean;
  onOpen: (open: boolean) => void;
  onChoose: (prompt: Helped) => void;
}

/** The small set, without what the client would rather not have; their own sentence first (GR4, GR7). */
export function AloneSet({ open, onOpen, onChoose }: AloneSetProps) {
  const own = useKept()?.own ?? null;
  const phrase = own?.phrase ?? null;
  if (!open) {
    return (
      <div className={styles.opener}>
        <Button variant="plain" size="large" icon="leaf" onPress={() => onOpen(true)}>
          {t('Something to hold on to')}
        </Button>
      </div>
    );
  }
  const prompts = ALONE_PROMPTS.filter(
    ({ cautions }) => !cautions.some((caution) => own?.avoid.includes(caution)),
  );
  return (
    <div className={styles.alone} data-alone>
      <div className={styles.notNow}>
        <Button variant="plain" wide onPress={() => onOpen(false)}>
          {t('Not now')}
        </Button>
      </div>
      {phrase !== null && (
        <Button
          size="large"
          wide
          onPress={() => onChoose({ promptId: PHRASE, words: { title: '', lines: [phrase] } })}
        >
          {t('Your own words')}
        </Button>
      )}
      {prompts.map(({ promptId, title }) => (
        <Button
          key={promptId}
          size="large"
          wide
          onPress={() => onChoose({ promptId, words: null })}
        >
          {t(title)}
        </Button>
      ))}
    </div>
  );
}
