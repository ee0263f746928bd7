import { useState } from 'react';
import { can } from '@sojourn/shared/session/can';
import { useServerNow } from '../../connection/use-clock.ts';
import { usePress } from '../../connection/use-press.ts';
import { useView } from '../../connection/use-session.ts';
import { Button, TextField } from '../../ui/index.ts';
import styles from './watch.module.css';
import { t } from '../../language/index.ts';

/** A free note. What was typed stays until it is recorded; what follows the end is an addendum (RC2). */
export function NoteField() {
  const view = useView('therapist');
  const now = useServerNow();
  const { press, sending, refused } = usePress();
  const [words, setWords] = useState('');
  const write = async () => {
    if (await press({ type: 'note.write', words })) setWords('');
  };
  if (words === '' && !can(view, { type: 'note.write', words: '-' }, now)) return null;
  return (
    // The keyboard's way to the button beside it, for hands that are writing.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles.note}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        if (!sending && words.trim() !== '') void write();
      }}
    >
      <TextField
        label={t('Note')}
        hideLabel
        placeholder={t('A note')}
        multiline
        rows={1}
        value={words}
        onChange={setWords}
        error={refused?.message}
      />
      <Button pending={sending} disabled={words.trim() === ''} onPress={() => void write()}>
        {t('Add the note')}
        <kbd className={styles.key} aria-hidden="true">
          {t('Ctrl ↵')}
        </kbd>
      </Button>
    </div>
  );
}
