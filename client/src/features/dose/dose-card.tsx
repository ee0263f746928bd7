import { useState } from 'react';
import { useServerNow } from '../../connection/use-clock.ts';
import { usePress } from '../../connection/use-press.ts';
import { useView } from '../../connection/use-session.ts';
import { Button, Card, Notice, Row, Stack, Status } from '../../ui/index.ts';
import { BoosterDialog } from './booster-dialog.tsx';
import { doseModel } from './dose-model.ts';
import { m, t } from '../../language/index.ts';

const ENDS = [
  { how: 'spat', label: m('Spat') },
  { how: 'swallowed', label: m('Swallowed') },
  { how: 'vomited', label: m('Vomited') },
] as const;

/** What was taken and when, the hold, the observation, and a booster where the order allows one. */
export function DoseCard() {
  const view = useView('therapist');
  const now = useServerNow();
  const { press, sending, refused } = usePress();
  const [boosting, setBoosting] = useState(false);
  const model = doseModel(view, now);
  if (model === null) return null;
  const { lines, holding, endsHere, observation, booster } = model;
  return (
    <Card title={t('Dose')}>
      <Stack gap={3}>
        {lines.map(({ at, words, hold, held }) => (
          <p key={at}>
            {words}
            <br />
            <Status tone={held ? 'accent' : 'ok'} bare>
              {hold}
            </Status>
          </p>
        ))}
        {holding && (
          <Status tone={holding.due ? 'medium' : 'waiting'} live={holding.due}>
            {holding.due
              ? t('The hold is over: {standing}', { standing: holding.words })
              : holding.words}
          </Status>
        )}
        {endsHere && (
          <Row gap={2}>
            {ENDS.map(({ how, label }) => (
              <Button
                key={how}
                pending={sending}
                onPress={() => void press({ type: 'hold.end', how })}
              >
                {t(label)}
              </Button>
            ))}
          </Row>
        )}
        <Status tone={observation.over ? 'ok' : 'waiting'} bare>
          {observation.words}
        </Status>
        {refused && (
          <Notice tone="lost" live="alert">
            {refused.message}
          </Notice>
        )}
        {booster && (
          <div>
            <Button onPress={() => setBoosting(true)}>{t('Booster…')}</Button>
          </div>
        )}
      </Stack>
      {booster && boosting && (
        <BoosterDialog booster={booster} onClose={() => setBoosting(false)} />
      )}
    </Card>
  );
}
