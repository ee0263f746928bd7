import { t } from '../../language/index.ts';
import { Button, Row } from '../../ui/index.ts';
import type { Item } from './library-model.ts';
import styles from './panel.module.css';

interface SequenceProps {
  items: readonly Item[];
  allowed: boolean;
  clientName: string;
  onOffer: () => void;
  onClear: () => void;
}

/** Two or three in a row: the first is offered, the others follow by a tap and never alone (GR8). */
export function Sequence({ items, allowed, clientName, onOffer, onClear }: SequenceProps) {
  if (items.length === 0) return null;
  const titles = items.map(({ face }) => face.title).join(' → ');
  const avoid = items.flatMap((item) => item.avoid ?? []);
  return (
    <div className={styles.sequence} role="group" aria-label={t('In a row')} aria-live="polite">
      <span className={styles.title}>{titles}</span>
      {avoid.length > 0 && (
        <span className={styles.line}>
          {t('{name} would rather not: {caution}', { name: clientName, caution: avoid.join(', ') })}
        </span>
      )}
      <Row>
        <Button disabled={!allowed} onPress={onOffer}>
          {avoid.length > 0 ? t('Offer them all the same') : t('Offer them')}
        </Button>
        <Button variant="plain" onPress={onClear}>
          {t('Clear')}
        </Button>
      </Row>
    </div>
  );
}
