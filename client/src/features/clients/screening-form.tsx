import { useForm } from '../../connection/use-form.ts';
import { Fields, FormDialog, RadioGroup, TextField } from '../../ui/index.ts';
import type { CareFormProps } from './care-edge.ts';
import { draftOf, OUTCOMES, readScreening } from './screening-model.ts';
import { choices, t } from '../../language/index.ts';

/** The prescriber's answer, as the therapist was told it. */
export function ScreeningForm({ care, send, onDone, onClose }: CareFormProps) {
  const form = useForm({
    start: () => draftOf(care, Date.now()),
    read: (draft) => readScreening(draft, care, Date.now()),
    send,
    part: 'screening',
    onDone,
  });
  return (
    <FormDialog
      title={t('Medical screening')}
      submitWords={t('Record the decision')}
      onClose={onClose}
      onSubmit={form.submit}
      sending={form.sending}
      dirty={form.dirty}
      refusals={form.refusals}
      fault={form.fault}
    >
      <RadioGroup
        label={t('The prescriber’s decision')}
        options={choices(OUTCOMES)}
        {...form.field('outcome')}
      />
      <TextField label={t('Decided by')} {...form.field('by')} />
      <Fields>
        <TextField label={t('Decided on')} type="date" {...form.field('decidedAt')} />
        {form.draft.outcome === 'cleared' && (
          <TextField
            label={t('Valid until')}
            type="date"
            description={t('To the end of that day.')}
            {...form.field('validUntil')}
          />
        )}
      </Fields>
    </FormDialog>
  );
}
