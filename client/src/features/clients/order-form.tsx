import type { Order } from '@sojourn/shared/care/order';
import { useForm } from '../../connection/use-form.ts';
import {
  Checkbox,
  Fields,
  FormDialog,
  Notice,
  RadioGroup,
  Select,
  TextField,
} from '../../ui/index.ts';
import type { CareFormProps } from './care-edge.ts';
import {
  AFTER_HOLD,
  draftOf,
  FORMS,
  nextDraft,
  readOrder,
  type OrderNumber,
} from './order-model.ts';
import { choices, t } from '../../language/index.ts';

interface OrderFormProps extends CareFormProps {
  /** The order that is changed; null for a new one. */
  changes: Order | null;
}

/** What the prescriber ordered, copied by the therapist. A change never overwrites: it is a new version. */
export function OrderForm({ changes, care, send, onDone, onClose }: OrderFormProps) {
  const form = useForm({
    start: () =>
      changes ? draftOf(changes.terms, Date.now()) : nextDraft(care.orders, Date.now()),
    read: (draft) => readOrder(draft, care, changes?.orderId ?? null, Date.now()),
    send,
    part: 'terms',
    onDone,
  });
  const number = (key: OrderNumber, label: string, description?: string) => (
    <TextField
      label={label}
      inputMode="numeric"
      {...(description && { description })}
      {...form.field(key)}
    />
  );
  return (
    <FormDialog
      title={changes ? t('Change the order') : t('New order')}
      size="wide"
      submitWords={
        changes ? t('Save as version {next}', { next: changes.version + 1 }) : t('Save the order')
      }
      onClose={onClose}
      onSubmit={form.submit}
      sending={form.sending}
      dirty={form.dirty}
      refusals={form.refusals}
      fault={form.fault}
    >
      {changes && (
        <Notice live="off">
          {t(
            'A change makes version {next}. Version {version} ends with it and stays in the record.',
            { next: changes.version + 1, version: changes.version },
          )}
        </Notice>
      )}
      <Fields legend={t('Medicine')}>
        <TextField label={t('Medicine')} {...form.field('medicine')} />
        <Select label={t('Form')} options={choices(FORMS)} {...form.field('form')} />
        {number('strengthMg', t('Strength of one, mg'))}
        {number('tablets', t('How many at a dose'))}
      </Fields>
      <Fields legend={t('Hold and observation')}>
        {number('holdMinutes', t('Minutes in the mouth'))}
        <RadioGroup
          label={t('Then')}
          options={choices(AFTER_HOLD)}
          row
          {...form.field('afterHold')}
        />
        {number('observationMinutes', t('Observation, minutes'), t('From the last dose.'))}
      </Fields>
      <Fields
        legend={t('Limits of the vitals')}
        description={t('Outside of them no dose begins without the prescriber.')}
      >
        {number('limits.systolic.min', t('Systolic from, mmHg'))}
        {number('limits.systolic.max', t('Systolic to, mmHg'))}
        {number('limits.diastolic.min', t('Diastolic from, mmHg'))}
        {number('limits.diastolic.max', t('Diastolic to, mmHg'))}
        {number('limits.heartRate.min', t('Heart rate from, a minute'))}
        {number('limits.heartRate.max', t('Heart rate to, a minute'))}
        {number('limits.spo2Min', t('SpO₂ from, %'), t('Empty: no limit.'))}
      </Fields>
      <Checkbox
        label={t('The order allows a booster')}
        description={t('A second, smaller dose in the same session.')}
        checked={form.draft.hasBooster}
        onChange={(hasBooster) => form.change({ hasBooster })}
      />
      {form.draft.hasBooster && (
        <Fields legend={t('Booster')}>
          {number('booster.tablets', t('How many at the booster'))}
          {number('booster.earliestMinute', t('Not before minute'), t('After the first dose.'))}
        </Fields>
      )}
      <Fields legend={t('Prescriber')}>
        <TextField label={t('Prescriber’s name')} {...form.field('prescriberName')} />
        <TextField label={t('Licence number')} {...form.field('prescriberLicence')} />
        <TextField label={t('Prescriber’s phone')} type="tel" {...form.field('prescriberPhone')} />
      </Fields>
      <Fields legend={t('In force')}>
        <TextField label={t('From')} type="date" {...form.field('validFrom')} />
        <TextField
          label={t('Last day')}
          type="date"
          description={t('To the end of that day.')}
          {...form.field('validUntil')}
        />
      </Fields>
    </FormDialog>
  );
}
