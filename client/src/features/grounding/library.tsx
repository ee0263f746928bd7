import { memo, useState } from 'react';
import { t } from '../../language/index.ts';
import { Button, TextField } from '../../ui/index.ts';
import { LibraryItem, type ItemActions } from './library-item.tsx';
import { groupsOf, listed, type Item } from './library-model.ts';
import styles from './panel.module.css';

interface LibraryProps extends ItemActions {
  items: readonly Item[];
  clientName: string;
  allowed: boolean;
  hasRoom: boolean;
  canKeep: boolean;
}

/** All that can be offered, and a few letters to find it by (GR12). */
export const Library = memo(function Library({ items, ...props }: LibraryProps) {
  const [typed, setTyped] = useState('');
  const [all, setAll] = useState(false);
  const found = groupsOf(listed(items, typed, all));
  return (
    <>
      <TextField
        label={t('Find an exercise')}
        type="search"
        value={typed}
        onChange={setTyped}
        description={t('A few letters: breath, hand, nausea, tears…')}
      />
      <Button variant="plain" onPress={() => setAll(!all)}>
        {all ? t('Only what fits now') : t('All {count} exercises', { count: items.length })}
      </Button>
      {/* It scrolls: the keyboard must reach it also while every Offer is disabled. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.library} role="group" aria-label={t('Library')} tabIndex={0}>
        {found.length === 0 && (
          <p className={styles.line} role="status">
            {t('Nothing found. Other letters may find it.')}
          </p>
        )}
        <div className={styles.groups}>
          {found.map((group) => (
            <div key={group.id} className={styles.group} role="group" aria-label={group.title}>
              <h3>{group.title}</h3>
              <ul className={styles.prompts}>
                {group.items.map((item) => (
                  <LibraryItem key={item.promptId} item={item} {...props} />
                ))}
              </ul>
            </div>
          ))}
        </div>
      </div>
    </>
  );
});
