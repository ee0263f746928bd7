import type { ReactNode } from 'react';
import {
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components';
import { t } from '../language/index.ts';
import { classNames } from './class-names.ts';
import { FieldWords } from './field-words.tsx';
import field from './field.module.css';
import { Icon } from './icon.tsx';
import popover from './popover.module.css';
import styles from './select.module.css';
import { usePopoverOpen } from './use-popover-open.ts';

export interface SelectOption<Value extends string> {
  value: Value;
  label: string;
  description?: string | undefined;
}

export interface SelectProps<Value extends string> {
  label: string;
  options: readonly SelectOption<Value>[];
  /** null: nothing chosen yet. */
  value: Value | null;
  onChange: (value: Value) => void;
  placeholder?: string;
  description?: ReactNode;
  error?: string | undefined;
  hideLabel?: boolean;
  disabled?: boolean;
  size?: 'medium' | 'large';
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, options, value, onChange, placeholder = t('Choose'), description, error } = props;
  const { hideLabel = false, disabled = false, size = 'medium' } = props;
  return (
    <AriaSelect
      {...usePopoverOpen()}
      className={classNames(field.field, size === 'large' && field.large)}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen) onChange(chosen.value);
      }}
      placeholder={placeholder}
      isInvalid={error !== undefined}
      isDisabled={disabled}
      validationBehavior="aria"
    >
      <FieldWords label={label} hideLabel={hideLabel} description={description} error={error}>
        <Button className={classNames(field.control, styles.button)}>
          <SelectValue className={styles.value ?? ''}>
            {({ selectedText }) => selectedText || placeholder}
          </SelectValue>
          <Icon name="chevron" className={styles.chevron} />
        </Button>
      </FieldWords>
      <Popover className={classNames(popover.popover, styles.popover)} offset={6}>
        <ListBox className={styles.list ?? ''} items={options}>
          {(option: SelectOption<Value>) => (
            <ListBoxItem id={option.value} textValue={option.label} className={styles.option ?? ''}>
              <span>
                <span>{option.label}</span>
                {option.description && (
                  <span className={styles.description}>{option.description}</span>
                )}
              </span>
              <Icon name="check" className={styles.check} />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
