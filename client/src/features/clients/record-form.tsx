import { useState } from 'react';
import { US_STATES, type UsState } from '@sojourn/shared/care/us-state';
import type { CareCommand } from '@sojourn/shared/care/command';
import { ok } from '@sojourn/shared/result';
import { useForm } from '../../connection/use-form.ts';
import { Fields, FormDialog, Select, TextField } from '../../ui/index.ts';
import type { CareFormProps } from './care-edge.ts';
import { ContactFields } from './contact-fields.tsx';
import { draftOf, readRecord, tidied } from './record-model.ts';
import { t } from '../../language/index.ts';

const STATES = Object.entries(US_STATES).map(([code, label]) => ({
  value: code as UsState,
  label,
}));

/** All that the practice keeps of a client. What is not known yet stays empty. */
export function RecordForm({ care, send, onDone, onClose }: CareFormProps) {
  const [from] = useState(care.record);
  const form = useForm({
    start: () => draftOf(from),
    tidy: tidied,
    read: (draft) => {
      const read = readRecord(draft, Date.now());
      return read.ok ? ok<CareCommand>({ type: 'client.amend', record: read.value, from }) : read;
    },
    send,
    part: 'record',
    onDone,
  });
  return (
    <FormDialog
      title={t('Client record')}
      size="wide"
      submitWords={t('Save')}
      onClose={onClose}
      onSubmit={form.submit}
      sending={form.sending}
      dirty={form.dirty}
      refusals={form.refusals}
      fault={form.fault}
    >
      <Fields legend={t('The client')}>
        <TextField label={t('First name or initials')} {...form.field('firstName')} />
        <TextField label={t('Date of birth')} type="date" {...form.field('birthDate')} />
        <TextField label={t('Phone')} type="tel" {...form.field('phone')} />
      </Fields>
      <Fields legend={t('Home')} description={t('Where help would have to come to.')}>
        <TextField label={t('Street and number')} {...form.field('home.street')} />
        <TextField label={t('City')} {...form.field('home.city')} />
        <Select label={t('State')} options={STATES} {...form.field('home.state')} />
        <TextField label={t('ZIP code')} inputMode="numeric" {...form.field('home.zip')} />
      </Fields>
      <TextField
        label={t('What helpers must know at the door')}
        multiline
        rows={2}
        description={t('Which door, which floor, a code, a dog. Read aloud to a dispatcher.')}
        {...form.field('home.doorNotes')}
      />
      <TextField
        label={t('Local dispatch line')}
        type="tel"
        description={t(
          'The ten-digit number of the dispatch centre at the client’s home. Not 911: from your phone, 911 reaches the dispatcher where you are.',
        )}
        {...form.field('dispatchLine')}
      />
      <ContactFields
        contacts={form.draft.emergencyContacts}
        onChange={(emergencyContacts) => form.change({ emergencyContacts })}
        faults={form.faults}
      />
      <Fields
        legend={t('Chaperone')}
        description={t('The adult who is at home during a dosing session.')}
      >
        <TextField label={t('Chaperone’s first name')} {...form.field('chaperone.name')} />
        <TextField label={t('Chaperone’s phone')} type="tel" {...form.field('chaperone.phone')} />
      </Fields>
      <Fields legend={t('Health')}>
        <TextField label={t('Allergies')} multiline rows={2} {...form.field('allergies')} />
        <TextField label={t('Conditions')} multiline rows={2} {...form.field('conditions')} />
      </Fields>
    </FormDialog>
  );
}
