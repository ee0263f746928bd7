import { useState } from 'react';
import { can } from '@sojourn/shared/session/can';
import { usePress } from '../../connection/use-press.ts';
import { useView } from '../../connection/use-session.ts';
import { Button, Notice, Row, Stack } from '../../ui/index.ts';
import { CancelDialog } from './cancel-dialog.tsx';

/** The client's own word before the dose. After it, nothing stands here (DO4). */
export function ClientReady() {
  const view = useView('client');
  const { press, sending, refused } = usePress();
  const [stopping, setStopping] = useState(false);
  const canConfirm = can(view, { type: 'dose.ready' });
  const canStop = can(view, { type: 'session.cancel', reason: '-' });
  if (!canConfirm && !canStop) return null;
  return (
    <Stack gap={3}>
      {canConfirm && view.ready && (
        <>
          <Notice tone="ok">You said you are ready. There is still time to change your mind.</Notice>
          <Button size="large" wide pending={sending} onPress={() => void press({ type: 'dose.not_ready' })}>
            Not yet
          </Button>
        </>
      )}
      {canConfirm && !view.ready && (
        <Button
          variant="primary"
          size="large"
          wide
          pending={sending}
          onPress={() => void press({ type: 'dose.ready' })}
        >
          I'm ready
        </Button>
      )}
      {refused && <Notice tone="lost">{refused.message}</Notice>}
      {canStop && (
        <Row justify="center">
          <Button variant="plain" onPress={() => setStopping(true)}>
            I’d rather stop for today
          </Button>
        </Row>
      )}
      <CancelDialog open={stopping} onClose={() => setStopping(false)} />
    </Stack>
  );
}
