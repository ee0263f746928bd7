import { useId, useLayoutEffect, type ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import styles from './alert-dialog.module.css';
import { classNames } from './class-names.ts';
import type { DataAttributes } from './data-attributes.ts';
import { Icon, type IconName } from './icon.tsx';
import toneStyles from './tone.module.css';
import { useHoldFocus } from './use-hold-focus.ts';
import { closePopovers } from './use-popover-open.ts';

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

export function AlertDialog(props: AlertDialogProps) {
  const {
    open,
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
  const holdFocus = useHoldFocus();
  useLayoutEffect(() => {
    if (open) closePopovers();
  }, [open]);
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen={open}
      isKeyboardDismissDisabled
      data-full-screen={fullScreen || undefined}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog
          {...data}
          ref={holdFocus}
          role="alertdialog"
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
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
