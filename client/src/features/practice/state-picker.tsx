import { useId, useRef } from 'react';
import { stateName, type UsState } from '@sojourn/shared/care/us-state';
import { Button, Select } from '../../ui/index.ts';
import { otherStates } from './practice-model.ts';
import styles from './state-picker.module.css';
import { t } from '../../language/index.ts';

interface StatePickerProps {
  chosen: readonly UsState[];
  onChange: (chosen: readonly UsState[]) => void;
  error: string | undefined;
}

/** The states that the practice is licensed in: each can be taken out, others added. */
export function StatePicker({ chosen, onChange, error }: StatePickerProps) {
  const id = useId();
  const picker = useRef<HTMLDivElement>(null);
  function remove(state: UsState) {
    // The button goes with its state, and must not take the keyboard's place with it.
    picker.current?.focus();
    onChange(chosen.filter((other) => other !== state));
  }
  return (
    <div ref={picker} className={styles.picker} role="group" aria-labelledby={id} tabIndex={-1}>
      <p id={id} className={styles.label}>
        {t('Licensed states')}
      </p>
      <ul className={styles.chosen} aria-labelledby={id}>
        {chosen.map((state) => (
          <li key={state}>
            <Button
              icon="close"
              label={t('Remove {state}', { state: stateName(state) })}
              onPress={() => remove(state)}
            >
              {stateName(state)}
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles.add}>
        <Select
          label={t('Add a state')}
          hideLabel
          placeholder={t('Add a state')}
          options={otherStates(chosen)}
          value={null}
          onChange={(state) => onChange([...chosen, state])}
          description={t(
            'A client must be in one of them at the time of each dose: the room asks them where they are.',
          )}
          error={error}
        />
      </div>
    </div>
  );
}
