import { useState } from 'react';
import { dayWords } from '../../connection/dates.ts';
import { Button, Card, Facts, Status } from '../../ui/index.ts';
import type { CareEdge } from './care-edge.ts';
import { ScreeningForm } from './screening-form.tsx';
import { screeningStanding } from './screening-model.ts';
import { t } from '../../language/index.ts';

/** Whether this client may be treated, who said so, and for how long. */
export function ScreeningCard(edge: CareEdge) {
  const [recording, setRecording] = useState(false);
  const { screening } = edge.care;
  const { words, tone } = screeningStanding(screening, edge.now);
  return (
    <Card
      title={t('Medical screening')}
      actions={
        <Button variant="plain" flush="end" onPress={() => setRecording(true)}>
          {t('Record a decision')}
        </Button>
      }
    >
      <Status tone={tone}>{words}</Status>
      {screening && (
        <Facts
          facts={[
            { term: t('Decided by'), value: screening.by },
            { term: t('Decided on'), value: dayWords(screening.decidedAt) },
          ]}
        />
      )}
      {recording && (
        <ScreeningForm
          {...edge}
          onClose={() => setRecording(false)}
          onDone={() => {
            setRecording(false);
            edge.onChanged();
          }}
        />
      )}
    </Card>
  );
}
