import { useView } from '../../connection/use-session.ts';
import { t } from '../../language/index.ts';
import { Card, Status } from '../../ui/index.ts';
import { Deliveries } from './deliveries.tsx';
import { drillResults } from './drill-results-model.ts';

/** What the drill came to, by every way to the chaperone's phone: what is off is named before it matters. */
export function DrillResults() {
  const model = drillResults(useView('therapist'));
  if (!model) return null;
  return (
    <Card title={t('Alarm drill')}>
      <Status tone={model.tone} live>
        {model.words}
      </Status>
      <Deliveries alertId={model.drillId} />
    </Card>
  );
}
