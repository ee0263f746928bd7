import { useState } from 'react';
import { usePress } from '../../connection/use-press.ts';
import { useView } from '../../connection/use-session.ts';
import { Button, Card, LinkButton, Notice, Row, Stack, TextField } from '../../ui/index.ts';
import { t } from '../../language/index.ts';

/** After the end: the record is locked, and an addendum adds to it (RC2). */
export function Addendum() {
  const { sessionId, phase } = useView('therapist');
  const { press, sending, refused } = usePress();
  const [words, setWords] = useState('');
  const [added, setAdded] = useState(false);
  const add = async () => {
    const done = await press({ type: 'addendum.write', words });
    setAdded(done);
    if (done) setWords('');
  };
  return (
    <Card title={t('After the session')}>
      <Stack gap={4}>
        <p>
          {phase === 'closed'
            ? t(
                'The record is locked and sealed. What you add now stands after the seal, with its own time.',
              )
            : t('The session was stopped. What you add now is added to its record.')}
        </p>
        <TextField
          label={t('Addendum')}
          multiline
          rows={3}
          value={words}
          onChange={setWords}
          error={refused?.message}
        />
        <Row gap={3}>
          <Button pending={sending} disabled={words.trim() === ''} onPress={() => void add()}>
            {t('Add it')}
          </Button>
          <LinkButton href={`/sessions/${sessionId}/record`}>{t('Open the record')}</LinkButton>
        </Row>
        {added && <Notice tone="ok">{t('Added to the record.')}</Notice>}
      </Stack>
    </Card>
  );
}
