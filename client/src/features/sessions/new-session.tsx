import { useState } from 'react';
import { CreateSessionReply } from '@sojourn/shared/http/api';
import { SessionKind } from '@sojourn/shared/session/phase';
import { request } from '../../connection/api.ts';
import { Button, Dialog, Notice, Row, Select, Stack, TextField } from '../../ui/index.ts';
import { readForm, type FieldErrors, type NewSessionForm } from './new-session-model.ts';
import { KIND_WORDS, toLocalInput } from './session-words.ts';

interface NewSessionProps {
  onCreated: (created: CreateSessionReply) => void;
  onClose: () => void;
}

const kinds = SessionKind.options.map((kind) => ({
  value: kind,
  label: KIND_WORDS[kind].title,
  description: KIND_WORDS[kind].description,
}));

export function NewSession({ onCreated, onClose }: NewSessionProps) {
  const [form, setForm] = useState<NewSessionForm>(() => ({
    kind: 'dosing',
    clientName: '',
    at: toLocalInput(Date.now()),
    chaperoneName: '',
    chaperonePhone: '',
  }));
  const [errors, setErrors] = useState<FieldErrors>({});
  const [fault, setFault] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const field = <K extends keyof NewSessionForm>(key: K) => ({
    value: form[key],
    onChange: (value: NewSessionForm[K]) => setForm({ ...form, [key]: value }),
  });

  async function create() {
    const read = readForm(form);
    setErrors(read.ok ? {} : read.error);
    setFault(null);
    if (!read.ok) return;
    setSending(true);
    const reply = await request('POST', '/api/sessions', CreateSessionReply, read.value);
    setSending(false);
    if (reply.ok) return onCreated(reply.value);
    setErrors(reply.error.fields ?? {});
    setFault(reply.error.message);
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="New session"
      actions={
        <Button variant="primary" pending={sending} onPress={() => void create()}>
          Create session
        </Button>
      }
    >
      <Stack>
        <Select label="Kind" options={kinds} {...field('kind')} />
        <TextField
          label="Client’s first name or initials"
          error={errors.clientName}
          {...field('clientName')}
        />
        <TextField label="Time" type="datetime-local" error={errors.scheduledAt} {...field('at')} />
        <Row even gap={4} align="start">
          <TextField
            label="Chaperone’s first name"
            optional
            error={errors.chaperoneName}
            {...field('chaperoneName')}
          />
          <TextField
            label="Chaperone’s phone"
            type="tel"
            optional
            error={errors.chaperonePhone}
            {...field('chaperonePhone')}
          />
        </Row>
        {fault && <Notice tone="lost">{fault}</Notice>}
      </Stack>
    </Dialog>
  );
}
