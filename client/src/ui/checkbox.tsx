import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import styles from './checkbox.module.css';
import { Icon } from './icon.tsx';

export interface CheckboxProps {
  /** The accessible name, and what is ticked. */
  label: ReactNode;
  /** What that means, in a second line. */
  description?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  /** On its way to the server: presses wait. */
  pending?: boolean;
}

/** One point of a list to tick: the whole line is the target. */
export function Checkbox(props: CheckboxProps) {
  const { label, description, checked, onChange, disabled = false, pending = false } = props;
  return (
    <AriaCheckbox
      className={styles.checkbox ?? ''}
      isSelected={checked}
      isDisabled={disabled}
      aria-busy={pending}
      onChange={(next) => {
        if (!pending) onChange(next);
      }}
    >
      <span className={styles.box} aria-hidden="true">
        <Icon name="check" />
      </span>
      <span className={styles.words}>
        <span>{label}</span>
        {description && <span className={styles.description}>{description}</span>}
      </span>
    </AriaCheckbox>
  );
}
