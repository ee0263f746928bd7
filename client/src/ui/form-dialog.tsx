import { useState, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog, type DialogProps } from './dialog.tsx';
import { Form, type FormProps } from './form.tsx';
import styles from './form-dialog.module.css';
import { t } from '../language/index.ts';

export interface FormDialogProps
  extends Pick<DialogProps, 'title' | 'size'>, Omit<FormProps, 'actions'> {
  /** What sending does: "Save", "Schedule session". */
  submitWords: string;
  onClose: () => void;
  sending: boolean;
  /** Something was typed that is not sent: closing asks first. */
  dirty: boolean;
  /** Why it cannot be sent yet, in sight beside the button. */
  blocked?: string | undefined;
  children: ReactNode;
}

/** A form in a dialog. What was typed into it is never lost by a tap beside it. */
export function FormDialog(props: FormDialogProps) {
  const { title, size, submitWords, onClose, sending, dirty, blocked, ...form } = props;
  const [leaving, setLeaving] = useState(false);
  const leave = () => (dirty ? setLeaving(true) : onClose());
  return (
    <Dialog open onClose={leave} title={title} {...(size && { size })}>
      <div className={styles.form}>
        <Form
          {...form}
          actions={
            leaving ? (
              <>
                <p className={styles.words} role="alert">
                  {t('What you typed is not saved.')}
                </p>
                <Button onPress={onClose}>{t('Discard it')}</Button>
                <Button variant="primary" autoFocus onPress={() => setLeaving(false)}>
                  {t('Go on writing')}
                </Button>
              </>
            ) : (
              <>
                {blocked && <p className={styles.words}>{blocked}</p>}
                <Button variant="primary" type="submit" pending={sending} disabledReason={blocked}>
                  {submitWords}
                </Button>
              </>
            )
          }
        />
      </div>
    </Dialog>
  );
}
