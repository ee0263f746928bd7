import { useState } from 'react';
import { useServerNow } from '../../connection/use-clock.ts';
import { usePress } from '../../connection/use-press.ts';
import { useView } from '../../connection/use-session.ts';
import { Button, Notice, Row, Stack } from '../../ui/index.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { DoseStart } from './dose-start.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { StepButton } from './step-button.tsx';
import { stepsModel } from './phase-model.ts';
import { t } from '../../language/index.ts';

/** The therapist's hand on the phase: the one next step, Start dose, and the two ways out. */
export function PhaseSteps() {
  const view = useView('therapist');
  const now = useServerNow();
  const { press, sending, refused } = usePress();
  const [leaving, setLeaving] = useState<'stop' | 'hand_over' | null>(null);
  const { move, dose, canCancel, canHandOver } = stepsModel(view, now);
  const expectedRevision = view.revision;
  return (
    <Stack gap={3}>
      {dose && <p>{dose.words}</p>}
      <Row gap={3} align="end">
        {move && (
          <StepButton
            key={move.to}
            pending={sending}
            disabledReason={move.refused ?? undefined}
            onPress={() => void press({ type: 'phase.advance', to: move.to, expectedRevision })}
          >
            {move.label}
          </StepButton>
        )}
        {dose && !dose.started && (
          <DoseStart key="dose" dose={dose} press={press} sending={sending} />
        )}
        {dose?.started && (
          <Button pending={sending} onPress={() => void press({ type: 'dose.withdraw' })}>
            {t('Take the start back')}
          </Button>
        )}
        {canCancel && (
          <Button variant="plain" onPress={() => setLeaving('stop')}>
            {t('Stop for today')}
          </Button>
        )}
        {canHandOver && (
          <Button variant="plain" onPress={() => setLeaving('hand_over')}>
            {t('Hand over to emergency services')}
          </Button>
        )}
      </Row>
      {refused && (
        <Notice tone="lost" live="alert">
          {refused.message}
        </Notice>
      )}
      <CancelDialog open={leaving === 'stop'} onClose={() => setLeaving(null)} />
      {leaving === 'hand_over' && <HandOverDialog onClose={() => setLeaving(null)} />}
    </Stack>
  );
}
