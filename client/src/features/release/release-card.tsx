import { useState } from 'react';
import { useServerNow } from '../../connection/use-clock.ts';
import { usePress } from '../../connection/use-press.ts';
import { useView } from '../../connection/use-session.ts';
import { Button, Card, Notice, Row, Stack, Status, TextField } from '../../ui/index.ts';
import { CriterionRow } from './criterion-row.tsx';
import { releaseModel } from './release-model.ts';
import { t } from '../../language/index.ts';

/** The release, criterion by criterion, with what was seen; then two signatures (RL1, RL3). */
export function ReleaseCard() {
  const view = useView('therapist');
  const now = useServerNow();
  const { press, sending, refused } = usePress();
  const [name, setName] = useState(view.people.therapist.name);
  const model = releaseModel(view, now);
  if (model === null) return null;
  const { lines, therapist, chaperone, canSign } = model;
  return (
    <Card title={t('Release')}>
      <Stack gap={4}>
        {lines.map((line) => (
          <CriterionRow key={line.criterion} line={line} />
        ))}
        <Row gap={3}>
          <Status tone={therapist ? 'ok' : 'waiting'}>
            {therapist ? t('Signed: {name}', { name: therapist }) : t('You have not signed')}
          </Status>
          <Status tone={chaperone ? 'ok' : 'waiting'}>
            {chaperone
              ? t('Signed: {name}', { name: chaperone })
              : t('The chaperone has not signed')}
          </Status>
        </Row>
        {!therapist && canSign && (
          <Stack gap={2}>
            <TextField
              label={t('Your full name, as your signature')}
              value={name}
              onChange={setName}
              error={refused?.message}
            />
            <div>
              <Button
                variant="primary"
                pending={sending}
                onPress={() =>
                  void press({ type: 'release.sign', name, expectedRevision: view.revision })
                }
              >
                {t('Sign the release')}
              </Button>
            </div>
          </Stack>
        )}
        {refused && therapist && <Notice tone="lost">{refused.message}</Notice>}
      </Stack>
    </Card>
  );
}
