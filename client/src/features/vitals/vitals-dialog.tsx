import { useState } from 'react';
import { faultsOfRejection, NO_FAULTS, type Faults } from '../../connection/faults.ts';
import { useServerNow } from '../../connection/use-clock.ts';
import { usePress } from '../../connection/use-press.ts';
import { useView } from '../../connection/use-session.ts';
import {
  Button,
  Dialog,
  Fields,
  Notice,
  RadioGroup,
  Select,
  Stack,
  TextField,
} from '../../ui/index.ts';
import { EMPTY_FORM, METHODS, readers, vitalsCommand, type VitalsForm } from './vitals-model.ts';
import { choices, t } from '../../language/index.ts';

/** What was read, who read it, how and when (VT1). */
export function VitalsDialog({ onClose }: { onClose: () => void }) {
  const view = useView('therapist');
  const now = useServerNow();
  const { press, sending, refused } = usePress();
  const [form, setForm] = useState<VitalsForm>(EMPTY_FORM);
  const [faults, setFaults] = useState<Faults>(NO_FAULTS);
  const change = (field: keyof VitalsForm) => (value: string) =>
    setForm({ ...form, [field]: value });
  const number = (label: string, field: 'systolic' | 'diastolic' | 'heartRate' | 'spo2') => (
    <TextField
      label={label}
      inputMode="numeric"
      value={form[field]}
      onChange={change(field)}
      error={shown[field]}
      optional={field === 'spo2'}
      autoFocus={field === 'systolic'}
    />
  );
  const shown = refused ? { ...faults, ...faultsOfRejection(refused) } : faults;
  const record = async () => {
    const ready = vitalsCommand(form, now);
    if ('faults' in ready) return setFaults(ready.faults);
    setFaults(NO_FAULTS);
    if (await press(ready.command)) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('Vitals')}
      actions={
        <>
          <Button onPress={onClose}>{t('Not now')}</Button>
          <Button variant="primary" pending={sending} onPress={() => void record()}>
            {t('verb|Record')}
          </Button>
        </>
      }
    >
      <Stack gap={5}>
        <Fields>
          {number(t('Systolic, mmHg'), 'systolic')}
          {number(t('Diastolic, mmHg'), 'diastolic')}
          {number(t('Heart rate, per minute'), 'heartRate')}
          {number(t('SpO2, %'), 'spo2')}
        </Fields>
        <RadioGroup
          label={t('Read by')}
          options={readers(view)}
          value={form.readBy}
          onChange={change('readBy')}
          row
        />
        <Fields>
          <Select
            label={t('How')}
            options={choices(METHODS)}
            value={form.method}
            onChange={change('method')}
          />
          <TextField
            label={t('Minutes ago')}
            inputMode="numeric"
            value={form.ago}
            onChange={change('ago')}
            error={shown['takenAt']}
          />
        </Fields>
        {shown['form'] && (
          <Notice tone="lost" live="alert">
            {shown['form']}
          </Notice>
        )}
      </Stack>
    </Dialog>
  );
}
