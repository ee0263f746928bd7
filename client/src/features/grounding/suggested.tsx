import { memo } from 'react';
import type { TherapistView } from '@sojourn/shared/session/view';
import { useServerNow } from '../../connection/use-clock.ts';
import { t } from '../../language/index.ts';
import { Button } from '../../ui/index.ts';
import { NEED_WORDS } from './kind-words.ts';
import { suggestions, type Item } from './library-model.ts';
import styles from './panel.module.css';

interface SuggestedProps {
  view: TherapistView;
  items: readonly Item[];
  allowed: boolean;
  onOffer: (item: Item, aware: boolean) => void;
}

/** A few to begin with, by phase and by what was marked. The therapist offers, nothing else does (GR12). */
export const Suggested = memo(function Suggested(props: SuggestedProps) {
  const { view, items, allowed, onOffer } = props;
  const now = useServerNow();
  const suggested = suggestions(view, items, now);
  if (suggested.length === 0) return null;
  return (
    <ul className={styles.suggested} aria-label={t('Suggested now')}>
      {suggested.map(({ item, need }) => (
        <li key={item.promptId}>
          <Button disabled={!allowed} onPress={() => onOffer(item, false)}>
            {need === null
              ? t('{title}, for now', { title: item.face.title })
              : t('{title}, for {need}', { title: item.face.title, need: t(NEED_WORDS[need]) })}
          </Button>
        </li>
      ))}
    </ul>
  );
});
