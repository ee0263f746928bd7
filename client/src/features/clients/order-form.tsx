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
      title={changes ? 'Change the order' : 'New order'}
      size="wide"
      submitWords={changes ? `Save as version ${changes.version + 1}` : 'Save the order'}
      onClose={onClose}
      onSubmit={form.submit}
      sending={form.sending}
      dirty={form.dirty}
      refusals={form.refusals}
      fault={form.fault}
    >
      {changes && (
        <Notice live="off">
          {`A change makes version ${changes.version + 1}. Version ${changes.version} ends with it and stays in the record.`}
        </Notice>
      )}
      <Fields legend="Medicine">
        <TextField label="Medicine" {...form.field('medicine')} />
        <Select label="Form" options={FORMS} {...form.field('form')} />
        {number('strengthMg', 'Strength of one, mg')}
        {number('tablets', 'How many at a dose')}
      </Fields>
      <Fields legend="Hold and observation">
        {number('holdMinutes', 'Minutes in the mouth')}
        <RadioGroup label="Then" options={AFTER_HOLD} row {...form.field('afterHold')} />
        {number('observationMinutes', 'Observation, minutes', 'From the last dose.')}
      </Fields>
      <Fields
        legend="Limits of the vitals"
        description="Outside of them no dose begins without the prescriber."
      >
        {number('limits.systolic.min', 'Systolic from, mmHg')}
        {number('limits.systolic.max', 'Systolic to, mmHg')}
        {number('limits.diastolic.min', 'Diastolic from, mmHg')}
        {number('limits.diastolic.max', 'Diastolic to, mmHg')}
        {number('limits.heartRate.min', 'Heart rate from, a minute')}
        {number('limits.heartRate.max', 'Heart rate to, a minute')}
        {number('limits.spo2Min', 'SpO₂ from, %', 'Empty: no limit.')}
      </Fields>
      <Checkbox
        label="The order allows a booster"
        description="A second, smaller dose in the same session."
        checked={form.draft.hasBooster}
        onChange={(hasBooster) => form.change({ hasBooster })}
      />
      {form.draft.hasBooster && (
        <Fields legend="Booster">
          {number('booster.tablets', 'How many at the booster')}
          {number('booster.earliestMinute', 'Not before minute', 'After the first dose.')}
        </Fields>
      )}
      <Fields legend="Prescriber">
        <TextField label="Prescriber’s name" {...form.field('prescriberName')} />
        <TextField label="Licence number" {...form.field('prescriberLicence')} />
        <TextField label="Prescriber’s phone" type="tel" {...form.field('prescriberPhone')} />
      </Fields>
      <Fields legend="In force">
        <TextField label="From" type="date" {...form.field('validFrom')} />
        <TextField
          label="Last day"
          type="date"
          description="To the end of that day."
          {...form.field('validUntil')}
        />
      </Fields>
    </FormDialog>
  );
}
