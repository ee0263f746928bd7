import type { ReactNode } from 'react';
import styles from './fields.module.css';

export interface FieldsProps {
  children: ReactNode;
  /** Names the group for everybody; a fieldset's legend. */
  legend?: string;
  /** Under the legend. */
  description?: ReactNode;
}

/** Fields that belong together, side by side where there is room. */
export function Fields({ children, legend, description }: FieldsProps) {
  return (
    <fieldset className={styles.fields}>
      {legend && <legend className={styles.legend}>{legend}</legend>}
      {description && <p className={styles.description}>{description}</p>}
      <div className={styles.grid}>{children}</div>
    </fieldset>
  );
}
