import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import styles from './field.module.css';
import { Icon } from './icon.tsx';

export interface FieldWordsProps {
  label: string;
  hideLabel?: boolean;
  optional?: boolean;
  description?: ReactNode;
  error?: string | undefined;
  /** The control itself. */
  children: ReactNode;
}

/** Label above, help and fault below: inside a react-aria field, which ties them together. */
export function FieldWords({
  label,
  hideLabel,
  optional,
  description,
  error,
  children,
}: FieldWordsProps) {
  return (
    <>
      <Label className={hideLabel ? 'visually-hidden' : (styles.label ?? '')}>
        {label}
        {optional && <span className={styles.optional}> (optional)</span>}
      </Label>
      {children}
      {description && (
        <Text slot="description" className={styles.description ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>
        {error && (
          <>
            <Icon name="alert" />
            {error}
          </>
        )}
      </FieldError>
    </>
  );
}
