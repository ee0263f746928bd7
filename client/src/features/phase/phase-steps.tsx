import { useState } from 'react';
import { usePress } from '../../connection/use-press.ts';
import { useView } from '../../connection/use-session.ts';
import { Button, Notice, Row, Stack } from '../../ui/index.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { StepButton } from './step-button.tsx';
import { stepsModel } from './phase-model.ts';

/** The therapist's hand on the phase: the one next step, Start dose, and stopping before it. */
export function PhaseSteps() {
  const view = useView('therapist');
  const { press, sending, refused } = usePress();
  const [stopping, setStopping] = useState(false);
  const { move, dose, canCancel } = stepsModel(view);
  const expectedRevision = view.revision;
  return (
    <Stack gap={3}>
      {dose && <p>{dose.words}</p>}
      <Row gap={3}>
        {move && (
          <StepButton
            key={move.to}
            pending={sending}
            onPress={() => void press({ type: 'phase.advance', to: move.to, expectedRevision })}
          >
            {move.label}
          </StepButton>
        )}
        {dose && !dose.started && (
          <StepButton
            key="dose"
            pending={sending}
            disabledReason={dose.refused ?? undefined}
            onPress={() => void press({ type: 'dose.start', expectedRevision })}
          >
            Start dose
          </StepButton>
        )}
        {dose?.started && (
          <Button pending={sending} onPress={() => void press({ type: 'dose.withdraw' })}>
            Take the start back
          </Button>
        )}
        {canCancel && (
          <Button variant="plain" onPress={() => setStopping(true)}>
            Stop for today
          </Button>
        )}
      </Row>
      {dose?.refused && (
        <Notice tone="waiting" live="off">
          {dose.refused}
        </Notice>
      )}
      {refused && (
        <Notice tone="lost" live="alert">
          {refused.message}
        </Notice>
      )}
      <CancelDialog open={stopping} onClose={() => setStopping(false)} />
    </Stack>
  );
}
