import type { ReactNode } from 'react';
import { readCareCommand } from '../../connection/care-form.ts';
import { useForm } from '../../connection/use-form.ts';
import { FormDialog, TextField } from '../../ui/index.ts';
import type { CareFormProps } from './care-edge.ts';
import { t } from '../../language/index.ts';

interface ReasonFormProps extends CareFormProps {
  title: string;
  /** What it means, in a sentence or two. */
  children: ReactNode;
  submitWords: string;
  /** The command without its reason. */
  command: { type: 'course.stop' } | { type: 'order.withdraw'; orderId: string };
}

/** A step that is recorded with its reason. */
export function ReasonForm(props: ReasonFormProps) {
  const { title, children, submitWords, command, care, send, onDone, onClose } = props;
  const form = useForm({
    start: () => ({ reason: '' }),
    read: ({ reason }) => readCareCommand({ ...command, reason }, care, '', Date.now()),
    send,
    onDone,
  });
  return (
    <FormDialog
      title={title}
      submitWords={submitWords}
      onClose={onClose}
      onSubmit={form.submit}
      sending={form.sending}
      dirty={form.dirty}
      refusals={form.refusals}
      fault={form.fault}
    >
      {children}
      <TextField label={t('Reason')} multiline rows={2} {...form.field('reason')} />
    </FormDialog>
  );
}
