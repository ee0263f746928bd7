import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './button.tsx';
import styles from './dialog.module.css';
import { t } from '../language/index.ts';

export interface DialogProps {
  open: boolean;
  /** Without it the dialog has no way out but its own buttons. */
  onClose?: (() => void) | undefined;
  /** Heading and accessible name. */
  title: string;
  children: ReactNode;
  /** Buttons at the foot, the main one last. */
  actions?: ReactNode;
  /** full: the whole screen, also above an alert: what must be at hand then. */
  size?: 'medium' | 'wide' | 'full';
}

/** Blocks the page until it is closed. A sheet from the bottom on phones. */
export function Dialog({ open, onClose, title, children, actions, size = 'medium' }: DialogProps) {
  const closable = onClose !== undefined;
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      data-size={size}
      isOpen={open}
      onOpenChange={(next) => !next && onClose?.()}
      isDismissable={closable}
      isKeyboardDismissDisabled={!closable}
    >
      <Modal className={styles.modal ?? ''} data-size={size}>
        <AriaDialog className={styles.dialog ?? ''}>
          <header className={styles.header}>
            <Heading slot="title" className={styles.title ?? ''}>
              {title}
            </Heading>
            {closable && (
              <Button variant="plain" icon="close" onPress={onClose}>
                {t('Close')}
              </Button>
            )}
          </header>
          <div className={styles.body}>{children}</div>
          {actions && <footer className={styles.actions}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
