import { useState } from 'react';
import { PolicyReply } from '@sojourn/shared/http/care-api';
import { request } from '../../connection/api.ts';
import { useFetched } from '../../connection/use-fetched.ts';
import { useForm } from '../../connection/use-form.ts';
import { Button, Card, Form, Notice, Status, TextField } from '../../ui/index.ts';
import { ExercisesEditor } from './exercises-editor.tsx';
import { LadderEditor } from './ladder-editor.tsx';
import { draftOf, readPractice } from './practice-model.ts';
import styles from './practice-form.module.css';
import { StatePicker } from './state-picker.tsx';
import { t } from '../../language/index.ts';

/** What the practice decides for all of its clients. */
export function PracticeForm() {
  const { value, fault, reload } = useFetched('/api/practice', PolicyReply);
  if (value) return <Policy {...value} />;
  return fault ? (
    <Notice tone="lost" live="alert" actions={<Button onPress={reload}>{t('Try again')}</Button>}>
      {fault.message}
    </Notice>
  ) : (
    <p role="status">{t('Opening…')}</p>
  );
}

function Policy({ policy, channels }: Pick<PolicyReply, 'policy' | 'channels'>) {
  const [saved, setSaved] = useState(false);
  const form = useForm({
    start: () => draftOf(policy),
    read: readPractice,
    send: (next) => request('PUT', '/api/practice', PolicyReply, { policy: next, from: policy }),
    part: 'policy',
    shown: ['ladder', 'exercises'],
    onDone: () => setSaved(true),
  });
  return (
    <div className={styles.policy}>
      <Card title={t('For all clients')}>
        <Form
          onSubmit={form.submit}
          refusals={form.refusals}
          fault={form.fault}
          actions={
            <>
              {saved && !form.dirty && (
                <Status tone="ok" live>
                  {t('Saved')}
                </Status>
              )}
              {form.dirty && <span className={styles.quiet}>{t('Not saved yet')}</span>}
              <Button variant="primary" type="submit" pending={form.sending}>
                {t('Save')}
              </Button>
            </>
          }
        >
          <StatePicker
            chosen={form.draft.licensedStates}
            onChange={(licensedStates) => form.change({ licensedStates })}
            error={form.faults['licensedStates']}
          />
          <div className={styles.short}>
            <TextField
              label={t('Preparation sessions before the first dose')}
              inputMode="numeric"
              description={t('Completed ones. A dosing session cannot be scheduled before.')}
              {...form.field('preparationSessions')}
            />
          </div>
          <TextField
            label={t('Words for somebody who is in another state')}
            multiline
            rows={4}
            description={t('Shown to the client when the session cannot go on where they are.')}
            {...form.field('referral')}
          />
          <TextField
            label={t('Words to take home')}
            multiline
            rows={4}
            optional
            description={t('Read by the client at the end of each session, with what helped them.')}
            {...form.field('followUp')}
          />
          <ExercisesEditor
            exercises={form.draft.exercises}
            onChange={(exercises) => form.change({ exercises })}
            faults={form.faults}
          />
          <LadderEditor
            ladder={form.draft.ladder}
            onChange={(ladder) => form.change({ ladder })}
            channels={channels}
            faults={form.faults}
          />
        </Form>
      </Card>
      <Card title={t('What a client elsewhere reads')} look="sunken">
        <p className={styles.referral}>{form.draft.referral}</p>
      </Card>
    </div>
  );
}
