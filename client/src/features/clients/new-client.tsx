import { useState } from 'react';
import { ClientRecord } from '@sojourn/shared/care/client-record';
import { err, ok } from '@sojourn/shared/result';
import { createRegistrar } from '../../connection/care-client.ts';
import { faultsOf } from '../../connection/faults.ts';
import { useForm } from '../../connection/use-form.ts';
import { FormDialog, TextField } from '../../ui/index.ts';
import { newRecord } from './record-model.ts';
import { t } from '../../language/index.ts';

interface NewClientProps {
  onRegistered: (clientId: string) => void;
  onClose: () => void;
}

/** The first name is enough to begin; the rest follows on the client's page. */
export function NewClient({ onRegistered, onClose }: NewClientProps) {
  const [register] = useState(createRegistrar);
  const form = useForm({
    start: () => ({ firstName: '' }),
    read: ({ firstName }) => {
      const parsed = ClientRecord.safeParse(newRecord(firstName));
      return parsed.success ? ok(parsed.data) : err(faultsOf(parsed.error));
    },
    send: register,
    part: 'record',
    onDone: ({ clientId }) => onRegistered(clientId),
  });
  return (
    <FormDialog
      title={t('New client')}
      submitWords={t('Begin')}
      onClose={onClose}
      onSubmit={form.submit}
      sending={form.sending}
      dirty={form.dirty}
      refusals={form.refusals}
      fault={form.fault}
    >
      <TextField
        label={t('Client’s first name or initials')}
        description={t('Enough to begin. Everything else can follow, in any order.')}
        autoFocus
        {...form.field('firstName')}
      />
    </FormDialog>
  );
}
