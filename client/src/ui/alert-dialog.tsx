import { useId, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import styles from './alert-dialog.module.css';
import { classNames } from './class-names.ts';
import type { DataAttributes } from './data-attributes.ts';
import { Icon, type IconName } from './icon.tsx';
import toneStyles from './tone.module.css';
import { useTakeOver } from './use-take-over.ts';

export interface AlertDialogProps extends DataAttributes {
  open: boolean;
  /** Accessible name, e.g. "Chaperone alert". */
  label: string;
  /** What to do, in the largest words: "Go to Sam now". */
  title: ReactNode;
  /** Why, and what next. Read out after the name. */
  children?: ReactNode;
  /** The answers. Escape and a tap outside do nothing: a person must answer. */
  actions: ReactNode;
  tone?: 'high' | 'medium' | 'low' | 'accent';
  icon?: IconName;
  /** The whole screen in the tone's colour: the chaperone's phone. */
  fullScreen?: boolean;
}

/** Takes the screen at once: nothing of it is waited for, measured or moved. */
export function AlertDialog({ open, ...shown }: AlertDialogProps) {
  return open && createPortal(<Shown {...shown} />, document.body);
}

function Shown(props: Omit<AlertDialogProps, 'open'>) {
  const {
    label,
    title,
    children,
    actions,
    tone = 'accent',
    icon = 'alert',
    fullScreen = false,
    ...data
  } = props;
  const id = useId();
  const takeOver = useTakeOver();
  return (
    // The dialogs of React Aria under it leave it the screen and the keyboard.
    <div
      className={styles.overlay}
      data-full-screen={fullScreen || undefined}
      data-react-aria-top-layer="true"
    >
      <div className={styles.modal}>
        <section
          {...data}
          ref={takeOver}
          role="alertdialog"
          aria-modal="true"
          tabIndex={-1}
          aria-label={label}
          aria-describedby={`${id}-title ${id}-body`}
          className={classNames(toneStyles.tone, styles.dialog)}
          data-tone={tone}
        >
          <div className={styles.words}>
            <Icon name={icon} size={fullScreen ? 'huge' : 'large'} className={styles.icon} />
            <p id={`${id}-title`} className={styles.title}>
              {title}
            </p>
            <div id={`${id}-body`} className={styles.body}>
              {children}
            </div>
          </div>
          <div className={styles.actions}>{actions}</div>
        </section>
      </div>
    </div>
  );
}
