import { readCareCommand } from '../../connection/care-form.ts';
import { useForm } from '../../connection/use-form.ts';
import { FormDialog, TextField } from '../../ui/index.ts';
import type { CareFormProps } from './care-edge.ts';
import { t } from '../../language/index.ts';

interface FollowUpFormProps extends CareFormProps {
  /** The closed session that it follows. */
  sessionId: string;
}

/** How the client is, the day after: in words, into the record. */
export function FollowUpForm({ sessionId, care, send, onDone, onClose }: FollowUpFormProps) {
  const form = useForm({
    start: () => ({ words: '' }),
    read: ({ words }) =>
      readCareCommand({ type: 'followup.record', sessionId, words }, care, '', Date.now()),
    send,
    onDone,
  });
  return (
    <FormDialog
      title={t('Follow-up with {name}', { name: care.record.firstName })}
      submitWords={t('verb|Record')}
      onClose={onClose}
      onSubmit={form.submit}
      sending={form.sending}
      dirty={form.dirty}
      refusals={form.refusals}
      fault={form.fault}
    >
      <TextField
        label={t('How they are')}
        multiline
        rows={6}
        autoFocus
        description={t('Sleep, mood, body, anything that came up; their own words where you can.')}
        {...form.field('words')}
      />
    </FormDialog>
  );
}
