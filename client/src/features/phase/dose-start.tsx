import { useState } from 'react';
import type { Press } from '../../connection/use-press.ts';
import { useView } from '../../connection/use-session.ts';
import { Select } from '../../ui/index.ts';
import type { StepsModel } from './phase-model.ts';
import { StepButton } from './step-button.tsx';
import { t } from '../../language/index.ts';

interface DoseStartProps extends Pick<Press, 'press' | 'sending'> {
  dose: NonNullable<StepsModel['dose']>;
}

/** The therapist's half of T0: how many tablets they saw, and the press itself (DO1, DO5). */
export function DoseStart({ dose, press, sending }: DoseStartProps) {
  const { revision: expectedRevision } = useView('therapist');
  const [seen, setSeen] = useState<string | null>(null);
  const options = Array.from({ length: dose.tablets }, (_, index) => String(index + 1));
  const tablets = Math.min(Number(seen ?? dose.tablets), dose.tablets);
  return (
    <>
      {options.length > 1 && (
        <Select
          label={t('Tablets seen on camera')}
          options={options.map((value) => ({ value, label: value }))}
          value={String(tablets)}
          onChange={setSeen}
        />
      )}
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
