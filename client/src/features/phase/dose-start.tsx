import { useState } from 'react';
import type { Press } from '../../connection/use-press.ts';
import { useView } from '../../connection/use-session.ts';
import { CountSelect } from '../../ui/index.ts';
import type { StepsModel } from './phase-model.ts';
import { StepButton } from './step-button.tsx';
import { t } from '../../language/index.ts';

interface DoseStartProps extends Pick<Press, 'press' | 'sending'> {
  dose: NonNullable<StepsModel['dose']>;
}

/** The therapist's half of T0: how many tablets they saw, and the press itself (DO1, DO5). */
export function DoseStart({ dose, press, sending }: DoseStartProps) {
  const { revision: expectedRevision } = useView('therapist');
  const [seen, setSeen] = useState<number | null>(null);
  const tablets = Math.min(seen ?? dose.tablets, dose.tablets);
  return (
    <>
      <CountSelect
        label={t('Tablets seen on camera')}
        most={dose.tablets}
        value={tablets}
        onChange={setSeen}
      />
      <StepButton
        pending={sending}
        disabledReason={dose.refused ?? undefined}
        onPress={() => void press({ type: 'dose.start', tablets, expectedRevision })}
      >
        {t('Start dose')}
      </StepButton>
    </>
  );
}
