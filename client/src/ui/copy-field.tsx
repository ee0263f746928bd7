import { useEffect, useRef, useState } from 'react';
import { Input, TextField } from 'react-aria-components';
import { Button } from './button.tsx';
import styles from './copy-field.module.css';
import { FieldWords } from './field-words.tsx';
import field from './field.module.css';
import { m, t } from '../language/index.ts';

export interface CopyFieldProps {
  label: string;
  value: string;
  description?: string | undefined;
}

const WORDS = { idle: m('Copy'), copied: m('Copied'), refused: m('Press Ctrl+C') } as const;
const shownFor = 4000;

/** A text to hand on (an invite link) with a button that copies it and says so. */
export function CopyField({ label, value, description }: CopyFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<keyof typeof WORDS>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), shownFor);
    return () => clearTimeout(timer);
  }, [state]);

  const words = t(WORDS[state]);

  async function copy() {
    input.current?.select();
    // Absent on plain http; refused without the permission: the text is selected for the keyboard then.
    const copied = await navigator.clipboard?.writeText(value).then(
      () => true,
      () => false,
    );
    setState(copied ? 'copied' : 'refused');
  }

  return (
    <TextField className={field.field ?? ''} value={value} isReadOnly>
      <FieldWords label={label} description={description}>
        <span className={styles.row}>
          <Input
            ref={input}
            className={`${field.control} ${styles.input}`}
            onFocus={(event) => event.target.select()}
          />
          <Button
            icon={state === 'copied' ? 'check' : 'copy'}
            label={`${words}: ${label}`}
            onPress={() => void copy()}
          >
            {words}
          </Button>
          <span className="visually-hidden" role="status">
            {state === 'idle' ? '' : `${words}: ${label}`}
          </span>
        </span>
      </FieldWords>
    </TextField>
  );
}
