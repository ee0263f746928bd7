import { useMemo } from 'react';
import type { CareView } from '@sojourn/shared/care/view';
import type { ScheduledSession } from './scheduler.ts';
import { SessionKind } from '@sojourn/shared/session/phase';
import { kindWords } from '../../connection/kind-words.ts';
import { useForm } from '../../connection/use-form.ts';
import {
  FormDialog,
  LinkButton,
  Select,
  Stack,
  TextField,
  type SelectProps,
} from '../../ui/index.ts';
import { GuardList } from './guard-list.tsx';
import {
  blockedWords,
  draftOf,
  guardsFor,
  readSchedule,
  type ScheduleStart,
} from './schedule-model.ts';
import { createScheduler } from './scheduler.ts';
import { t } from '../../language/index.ts';

const kinds = () =>
  SessionKind.options.map((kind) => {
    const { title, description } = kindWords(kind);
    return { value: kind, label: title, description };
  });

export type ClientChoice = Pick<
  SelectProps<string>,
  'options' | 'value' | 'onChange' | 'placeholder'
>;

interface ScheduleSessionProps {
  title: string;
  /** Null until the client is chosen and their course of care is there. */
  care: CareView | null;
  start: ScheduleStart;
  /** The choice of the client, where they are not known from the page. */
  chooser?: ClientChoice;
  /** Why nothing can be scheduled yet, beside what a dosing session needs. */
  blocked?: string | undefined;
  /** What did not open. */
  fault?: string | undefined;
  onScheduled: (created: ScheduledSession) => void;
  onClose: () => void;
}

/** A kind and a time. For a dosing session, what it needs at that time stands below and fills by itself. */
export function ScheduleSession(props: ScheduleSessionProps) {
  const { title, care, start, chooser, blocked, fault, onScheduled, onClose } = props;
  const clientId = care?.clientId ?? '';
  const send = useMemo(() => createScheduler(clientId), [clientId]);
  const form = useForm({
    start: () => draftOf(start, Date.now()),
    read: (draft) => readSchedule(draft, care, Date.now()),
    send,
    shown: chooser ? ['clientId'] : [],
    onDone: onScheduled,
  });
  const guards = guardsFor(form.draft, care);
  return (
    <FormDialog
      title={title}
      submitWords={t('Schedule session')}
      onClose={onClose}
      onSubmit={form.submit}
      sending={form.sending}
      dirty={false}
      refusals={form.refusals}
      fault={fault ?? form.fault}
      blocked={blocked ?? blockedWords(guards)}
    >
      {chooser && (
        <Stack gap={1}>
          <Select
            label={t('Client')}
            {...chooser}
            error={chooser.value === null ? form.faults['clientId'] : undefined}
          />
          <div>
            <LinkButton variant="plain" flush="start" icon="plus" href="/clients?new">
              {t('New client')}
            </LinkButton>
          </div>
        </Stack>
      )}
      <Select label={t('Kind')} options={kinds()} {...form.field('kind')} />
      <TextField label={t('Time')} type="datetime-local" {...form.field('scheduledAt')} />
      {guards.length > 0 && <GuardList label={t('A dosing session needs')} guards={guards} />}
    </FormDialog>
  );
}
