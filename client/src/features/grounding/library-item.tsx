import { memo, useState } from 'react';
import { t } from '../../language/index.ts';
import { Button, Notice, Row } from '../../ui/index.ts';
import type { Item } from './library-model.ts';
import styles from './panel.module.css';

export interface ItemActions {
  onOffer: (item: Item, aware: boolean) => void;
  onThen: (item: Item) => void;
  onFavourite: (item: Item) => void;
}

interface LibraryItemProps extends ItemActions {
  item: Item;
  clientName: string;
  allowed: boolean;
  /** There is room for one more in the row. */
  hasRoom: boolean;
  /** The client has a record that keeps what helps. */
  canKeep: boolean;
}

/**
 * One exercise. What the client would rather not have is said, and needs a second tap (GR7). Many of
 * these stand on a page that is drawn anew with every beat: what is not looked at is not drawn.
 */
export const LibraryItem = memo(function LibraryItem(props: LibraryItemProps) {
  const { item, clientName, allowed, onOffer } = props;
  const [asked, setAsked] = useState(false);
  const [open, setOpen] = useState(false);
  const { face, fits, avoid } = item;
  const { title } = face;
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
      <Row gap={2} justify="between">
        <Button
          label={t('Offer {title}', { title })}
          disabled={!allowed}
          onPress={() => (avoid === null ? offer(false) : setAsked(true))}
        >
          {t('Offer')}
        </Button>
        <button
          type="button"
          className={styles.more}
          aria-expanded={open}
          aria-label={t('More on {title}', { title })}
          onClick={() => setOpen(!open)}
        >
          {t('More')}
        </button>
      </Row>
      {open && <More {...props} />}
    </li>
  );
});

function More({ item, hasRoom, canKeep, onThen, onFavourite }: LibraryItemProps) {
  const { face, why, length, favourite } = item;
  const { title } = face;
  const helps = favourite ? t('Helps, marked') : t('Helps');
  return (
    <>
      <p className={styles.line}>{why === '' ? `${length}.` : `${why} ${length}.`}</p>
      <Row gap={2}>
        {hasRoom && (
          <Button
            variant="plain"
            icon="plus"
            label={t('In a row: {title}', { title })}
            onPress={() => onThen(item)}
          >
            {t('In a row')}
          </Button>
        )}
        {canKeep && (
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
    </>
  );
}
