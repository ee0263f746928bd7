import { useState } from 'react';
import { useServerNow } from '../../connection/use-clock.ts';
import { usePress } from '../../connection/use-press.ts';
import { useView } from '../../connection/use-session.ts';
import { Button, Card, Notice, Row, Stack, Status } from '../../ui/index.ts';
import { BoosterDialog } from './booster-dialog.tsx';
import { doseModel } from './dose-model.ts';

const ENDS = [
  { how: 'spat', label: 'Spat' },
  { how: 'swallowed', label: 'Swallowed' },
  { how: 'vomited', label: 'Vomited' },
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
    <Card title="Dose">
      <Stack gap={3}>
        {lines.map(({ at, words, hold }) => (
          <p key={at}>
            {words}
            <br />
            <Status tone={hold === 'in the mouth' ? 'accent' : 'ok'} bare>
              {hold}
            </Status>
          </p>
        ))}
        {holding && (
          <Status tone={holding.due ? 'medium' : 'waiting'} live={holding.due}>
            {holding.due ? `The hold is over: ${holding.words}` : holding.words}
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
                {label}
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
            <Button onPress={() => setBoosting(true)}>Booster…</Button>
          </div>
        )}
      </Stack>
      {booster && boosting && (
        <BoosterDialog booster={booster} onClose={() => setBoosting(false)} />
      )}
    </Card>
  );
}
