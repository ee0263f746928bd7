import { useState } from 'react';
import { useServerNow } from '../../connection/use-clock.ts';
import { useView } from '../../connection/use-session.ts';
import { Button, Card, Figure, Notice, Row } from '../../ui/index.ts';
import { OverrideDialog } from './override-dialog.tsx';
import { Readings } from './readings.tsx';
import { VitalsDialog } from './vitals-dialog.tsx';
import { vitalsModel } from './vitals-model.ts';
import { t } from '../../language/index.ts';

/** Blood pressure, pulse, oxygen: against the order, with the rest between two readings (VT3). */
export function VitalsCard() {
  const view = useView('therapist');
  const now = useServerNow();
  const [dialog, setDialog] = useState<'record' | 'override' | null>(null);
  const { tone, words, restLeft, mayOverride, readings } = vitalsModel(view, now);
  return (
    <Card title={t('Vitals')}>
      <Notice tone={tone}>{words}</Notice>
      {restLeft && <Figure label={t('of rest before the next reading')} value={restLeft} />}
      <Row gap={3}>
        <Button icon="plus" onPress={() => setDialog('record')}>
          {t('Record vitals')}
        </Button>
        {mayOverride && (
          <Button onPress={() => setDialog('override')}>{t('The prescriber decided')}</Button>
        )}
      </Row>
      <Readings readings={readings} />
      {dialog === 'record' && <VitalsDialog onClose={() => setDialog(null)} />}
      {dialog === 'override' && <OverrideDialog onClose={() => setDialog(null)} />}
    </Card>
  );
}
