import { useRef, useState } from 'react';
import type { ApiError } from '@sojourn/shared/http/api';
import type { Result } from '@sojourn/shared/result';
import { NO_FAULTS, type Faults } from './faults.ts';
import { faultsOfReply, faultsWithout, looseFault } from './form-model.ts';

interface Options<Draft, Sent, Reply> {
  start: () => Draft;
  /** Before it is read: takes out what was begun and left empty. */
  tidy?: (draft: Draft) => Draft;
  /** What is sent, or what is wrong at each field. */
  read: (draft: Draft) => Result<Sent, Faults>;
  send: (sent: Sent) => Promise<Result<Reply, ApiError>>;
  /** The part of the command that the form writes, in the server's paths: "record". */
  part?: string;
  /** Fields that the form shows and that are not in its draft. */
  shown?: readonly string[];
  onDone: (reply: Reply) => void;
}

export interface FormState<Draft> {
  draft: Draft;
  change(part: Partial<Draft>): void;
  /** What a text field needs. */
  field<K extends keyof Draft & string>(
    key: K,
  ): { value: Draft[K]; onChange: (value: Draft[K]) => void; error: string | undefined };
  faults: Faults;
  /** What belongs to no field of the form. */
  fault: string | null;
  /** Counts refusals: each moves the focus to the first field at fault. */
  refusals: number;
  sending: boolean;
  /** Something was typed that is not sent. */
  dirty: boolean;
  submit(): void;
}

/** A form that keeps what was typed until the server has taken it (CM3, CM4). */
export function useForm<Draft extends object, Sent, Reply>(
  options: Options<Draft, Sent, Reply>,
): FormState<Draft> {
  const [draft, setDraft] = useState(options.start);
  const [faults, setFaults] = useState(NO_FAULTS);
  const [refusals, setRefusals] = useState(0);
  const [sending, setSending] = useState(false);
  const [dirty, setDirty] = useState(false);
  // Not state: a second press can come before the first one is drawn.
  const busy = useRef(false);

  const change = (part: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setFaults((before) => faultsWithout(before, Object.keys(part)));
    setDirty(true);
  };
  const refuse = (found: Faults) => {
    setFaults(found);
    setRefusals((before) => before + 1);
  };

  async function submit() {
    if (busy.current) return;
    const tidied = options.tidy?.(draft) ?? draft;
    setDraft(tidied);
    const read = options.read(tidied);
    if (!read.ok) return refuse(read.error);
    setFaults(NO_FAULTS);
    setSending(true);
    busy.current = true;
    const reply = await options.send(read.value);
    busy.current = false;
    setSending(false);
    if (!reply.ok) return refuse(faultsOfReply(reply.error, options.part ?? ''));
    setDirty(false);
    options.onDone(reply.value);
  }

  return {
    draft,
    change,
    field: (key) => ({
      value: draft[key],
      onChange: (value) => change({ [key]: value } as unknown as Partial<Draft>),
      error: faults[key],
    }),
    faults,
    fault: looseFault(faultsWithout(faults, options.shown ?? []), draft),
    refusals,
    sending,
    dirty,
    submit: () => void submit(),
  };
}
