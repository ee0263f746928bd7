import { useState } from 'react';
import { usePress } from '../../connection/use-press.ts';
import { Button, TextField } from '../../ui/index.ts';
import styles from './watch.module.css';

/** A free note. What was typed stays until it is recorded. */
export function NoteField() {
  const { press, sending, refused } = usePress();
  const [words, setWords] = useState('');
  const write = async () => {
    if (await press({ type: 'note.write', words })) setWords('');
  };
  return (
    <div className={styles.note}>
      <TextField
        label="Note"
        hideLabel
        placeholder="A note"
        multiline
        rows={1}
        value={words}
        onChange={setWords}
        error={refused?.message}
      />
      <Button pending={sending} disabled={words.trim() === ''} onPress={() => void write()}>
        Add the note
      </Button>
    </div>
  );
}
