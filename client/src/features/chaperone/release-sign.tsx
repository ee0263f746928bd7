import { useState } from 'react';
import { useServerNow } from '../../connection/use-clock.ts';
import { looseFault } from '../../connection/form-model.ts';
import { useCheckedPress } from '../../connection/use-checked-press.ts';
import { useView } from '../../connection/use-session.ts';
import { nameOr } from '../../connection/words.ts';
import { t } from '../../language/index.ts';
import { Button, Card, Form, MetMark, Notice, Stack, Status, TextField } from '../../ui/index.ts';
import { releaseModel } from './chaperone-model.ts';
import styles from './release-sign.module.css';

/** The end, seen with the therapist and signed by the one who stays (RL3). */
export function ReleaseSign() {
  const view = useView('chaperone');
  const now = useServerNow();
  const model = releaseModel(view, now);
  if (!model) return null;
  const client = nameOr(view.people.client.name, 'client');
  const therapist = nameOr(view.people.therapist.name, 'therapist');
  return (
    <Card title={t('Before it is over')}>
      <ul className={styles.lines}>
        {model.lines.map(({ criterion, words, value, met }) => (
          <li key={criterion} className={styles.line}>
            <MetMark met={met} />
            <span>
              {words}
              <span className={styles.value}>
                {value === null
                  ? t('Not gone through yet')
                  : met
                    ? value
                    : t('Not yet: {ownWords}', { ownWords: value })}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {model.waits.map((words) => (
        <Notice key={words} tone="waiting">
          {words}
        </Notice>
      ))}
      {model.therapistSigned && (
        <Status tone="ok">
          {t('Signed by the therapist: {name}', { name: model.therapistSigned })}
        </Status>
      )}
      {model.signed && (
        <Notice tone="ok" title={t('Signed: {name}', { name: model.signed })}>
          {t(
            'Thank you. {therapist} ends the session. Stay with {client} until they move safely.',
            { therapist, client },
          )}
        </Notice>
      )}
      {model.canSign && <SignForm client={client} expectedRevision={view.revision} />}
    </Card>
  );
}

function SignForm({ client, expectedRevision }: { client: string; expectedRevision: number }) {
  const [name, setName] = useState('');
  const { press, sending, faults, refusals, clear } = useCheckedPress();
  return (
    <Form
      short
      onSubmit={() => void press({ type: 'release.sign', name, expectedRevision })}
      refusals={refusals}
      fault={looseFault(faults, { name })}
      actions={
        <Button type="submit" variant="primary" size="large" wide pending={sending}>
          {t('Sign')}
        </Button>
      }
    >
      <Stack gap={4}>
        <p>
          {t(
            'With your name you say: we went through these points together, and they are so. I stay with {client} until they move safely. I know when to call 911. {client} does not drive before a night’s sleep.',
            { client },
          )}
        </p>
        <TextField
          label={t('Your full name, as your signature')}
          size="large"
          autoComplete="name"
          value={name}
          onChange={(typed) => {
            setName(typed);
            clear();
          }}
          error={faults['name']}
        />
      </Stack>
    </Form>
  );
}
