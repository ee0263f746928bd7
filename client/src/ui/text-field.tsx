import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react';
import { Input, TextArea, TextField as AriaTextField } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { FieldWords } from './field-words.tsx';
import styles from './field.module.css';

export interface TextFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?:
    | 'text'
    | 'tel'
    | 'email'
    | 'url'
    | 'password'
    | 'search'
    | 'datetime-local'
    | 'date'
    | 'time';
  multiline?: boolean;
  rows?: number;
  description?: ReactNode;
  /** What is wrong and what to do. Its presence marks the field invalid. */
  error?: string | undefined;
  hideLabel?: boolean;
  /** Adds "(optional)" to the label. */
  optional?: boolean;
  required?: boolean;
  disabled?: boolean;
  readOnly?: boolean;
  placeholder?: string;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  inputMode?: 'text' | 'tel' | 'numeric' | 'decimal' | 'email';
  maxLength?: number;
  name?: string;
  size?: 'medium' | 'large';
  autoFocus?: boolean;
}

export function TextField(props: TextFieldProps) {
  const { label, description, error, hideLabel = false, optional = false, size = 'medium' } = props;
  const {
    multiline = false,
    rows = 3,
    placeholder,
    required,
    disabled,
    readOnly,
    ...field
  } = props;
  const control = { className: styles.control ?? '', ...(placeholder && { placeholder }) };
  const {
    value,
    onChange,
    type,
    autoComplete = 'off',
    inputMode,
    maxLength,
    name,
    autoFocus,
  } = field;
  return (
    <AriaTextField
      className={classNames(styles.field, size === 'large' && styles.large)}
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      isRequired={required ?? false}
      isDisabled={disabled ?? false}
      isReadOnly={readOnly ?? false}
      validationBehavior="aria"
      autoComplete={autoComplete}
      {...(!multiline && type && { type })}
      {...(inputMode && { inputMode })}
      {...(maxLength && { maxLength })}
      {...(name && { name })}
      {...(autoFocus && { autoFocus })}
    >
      <FieldWords
        label={label}
        hideLabel={hideLabel}
        optional={optional}
        description={description}
        error={error}
      >
        {multiline ? <TextArea rows={rows} {...control} /> : <Input {...control} />}
      </FieldWords>
    </AriaTextField>
  );
}
