import { useState } from 'react';
import type { LobbyView } from '@sojourn/shared/session/view';
import { useConnection } from '../../connection/use-session.ts';
import { enterCommand, refusalErrors, type FieldErrors, type LobbyForm } from './lobby-model.ts';

export interface Enter {
  form: LobbyForm;
  errors: FieldErrors;
  /** Grows with every refusal: the moment to put the focus where the fault is. */
  refusals: number;
  sending: boolean;
  change: (field: keyof LobbyForm, value: string) => void;
  submit: () => void;
}

/** What was typed is kept whatever happens; the view says when we are in. */
export function useEnter(view: LobbyView, onTap: () => void): Enter {
  const connection = useConnection();
  const [form, setForm] = useState<LobbyForm>({ name: view.name, phone: '' });
  const [errors, setErrors] = useState<FieldErrors>({});
  const [refusals, setRefusals] = useState(0);
  const [sending, setSending] = useState(false);

  function refuse(faults: FieldErrors) {
    setErrors(faults);
    setRefusals((before) => before + 1);
  }

  async function submit() {
    onTap();
    const entry = enterCommand(form, view.role);
    if ('errors' in entry) {
      refuse(entry.errors);
      return;
    }
    setErrors({});
    setSending(true);
    const reply = await connection.send(entry.command);
    setSending(false);
    if (!reply.ok) refuse(refusalErrors(reply.rejection));
  }

  return {
    form,
    errors,
    refusals,
    sending,
    change(field, value) {
      setForm((before) => ({ ...before, [field]: value }));
      setErrors(({ [field]: _mended, ...rest }) => rest);
    },
    submit: () => void submit(),
  };
}
