import type { ReactNode } from 'react';
import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { FieldWords } from './field-words.tsx';
import field from './field.module.css';
import styles from './radio-group.module.css';

export interface RadioOption<Value extends string> {
  value: Value;
  label: string;
  description?: string | undefined;
}

export interface RadioGroupProps<Value extends string> {
  label: string;
  options: readonly RadioOption<Value>[];
  /** null: nothing chosen yet. */
  value: Value | null;
  onChange: (value: Value) => void;
  description?: ReactNode;
  error?: string | undefined;
  disabled?: boolean;
  /** Beside one another, for two or three short words. */
  row?: boolean;
}

/** A few answers of which one counts, all in sight. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { label, options, value, onChange, description, error, disabled = false, row } = props;
  return (
    <AriaRadioGroup
      className={field.field ?? ''}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen) onChange(chosen.value);
      }}
      isInvalid={error !== undefined}
      isDisabled={disabled}
      validationBehavior="aria"
    >
      <FieldWords label={label} description={description} error={error}>
        <div className={classNames(styles.options, row && styles.row)}>
          {options.map((option) => (
            <Radio key={option.value} value={option.value} className={styles.option ?? ''}>
              <span className={styles.mark} aria-hidden="true" />
              <span className={styles.words}>
                <span>{option.label}</span>
                {option.description && (
                  <span className={styles.description}>{option.description}</span>
                )}
              </span>
            </Radio>
          ))}
        </div>
      </FieldWords>
    </AriaRadioGroup>
  );
}
