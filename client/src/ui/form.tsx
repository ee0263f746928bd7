import { useEffect, useRef, type ReactNode } from 'react';
import styles from './form.module.css';
import { Notice } from './notice.tsx';

export interface FormProps {
  children: ReactNode;
  /** Enter in a field sends it, too. */
  onSubmit: () => void;
  /** Counts refusals: with each one the first field at fault takes the focus. */
  refusals?: number;
  /** What is wrong and belongs to no field. */
  fault?: string | null;
  /** At its foot, in sight however long the form is. The main one last, with type="submit". */
  actions: ReactNode;
  /** Short, and one of several on the page: its foot stays where it is. */
  short?: boolean;
}

const CONTROLS = ['input:not([tabindex="-1"])', 'textarea', 'button'];
const FIRST_AT_FAULT = CONTROLS.map((control) => `[data-invalid] ${control}`).join();

/** Fields that are sent together. Its errors are ours: the browser shows none. */
export function Form(props: FormProps) {
  const { children, onSubmit, refusals = 0, fault = null, actions, short = false } = props;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>(FIRST_AT_FAULT)?.focus();
  }, [refusals]);
  return (
    <form
      ref={form}
      noValidate
      className={styles.form}
      data-short={short || undefined}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      <footer className={styles.foot}>
        {fault && (
          <Notice tone="lost" live="alert" icon="alert">
            {fault}
          </Notice>
        )}
        <div className={styles.actions}>{actions}</div>
      </footer>
    </form>
  );
}
