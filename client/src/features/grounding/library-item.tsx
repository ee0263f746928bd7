import { useState } from 'react';
import { t } from '../../language/index.ts';
import { Button, Disclosure, Notice, Row } from '../../ui/index.ts';
import type { Item } from './library-model.ts';
import styles from './panel.module.css';

interface LibraryItemProps {
  item: Item;
  clientName: string;
  allowed: boolean;
  /** Null: the client has no record that could keep it. */
  onFavourite: ((item: Item) => void) | null;
  /** Null: there is no room for a third. */
  onThen: ((item: Item) => void) | null;
  onOffer: (item: Item, aware: boolean) => void;
}

/** One exercise. What the client would rather not have is said, and needs a second tap (GR7). */
export function LibraryItem(props: LibraryItemProps) {
  const { item, clientName, allowed, onFavourite, onThen, onOffer } = props;
  const [asked, setAsked] = useState(false);
  const { face, why, length, fits, favourite, avoid } = item;
  const { title } = face;
  const helps = favourite ? t('Helps, marked') : t('Helps');
  const offer = (aware: boolean) => {
    setAsked(false);
    onOffer(item, aware);
  };
  return (
    <li className={styles.prompt} data-fits={fits || undefined}>
      <span>
        <span className={styles.title}>{title}</span>
        <br />
        <span className={styles.line} dir="auto">
          {face.lines.join(' ')}
        </span>
      </span>
      {avoid !== null && (
        <span className={styles.line}>
          {t('{name} would rather not: {caution}', { name: clientName, caution: avoid })}
        </span>
      )}
      {asked && (
        <Notice
          tone="medium"
          live="alert"
          actions={
            <Button label={t('Offer {title} all the same', { title })} onPress={() => offer(true)}>
              {t('Offer it all the same')}
            </Button>
          }
        >
          {t('{name} asked beforehand not to be offered this.', { name: clientName })}
        </Notice>
      )}
      <Row gap={2}>
        <Button
          label={t('Offer {title}', { title })}
          disabled={!allowed}
          onPress={() => (avoid === null ? offer(false) : setAsked(true))}
        >
          {t('Offer')}
        </Button>
        {onThen && (
          <Button
            variant="plain"
            icon="plus"
            label={t('In a row: {title}', { title })}
            onPress={() => onThen(item)}
          >
            {t('In a row')}
          </Button>
        )}
        {onFavourite && (
          <Button
            variant="plain"
            icon="heart"
            label={`${helps}: ${title}`}
            onPress={() => onFavourite(item)}
          >
            {helps}
          </Button>
        )}
      </Row>
      {why !== '' && (
        <Disclosure words={t('What it is for')}>
          <p className={styles.line}>{`${why} ${length}.`}</p>
        </Disclosure>
      )}
    </li>
  );
}
