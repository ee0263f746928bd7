import { useState } from 'react';
import { can } from '@sojourn/shared/session/can';
import { useServerNow } from '../../connection/use-clock.ts';
import { usePress } from '../../connection/use-press.ts';
import { useSession, useView } from '../../connection/use-session.ts';
import { Button, Notice, Row, Stack } from '../../ui/index.ts';
import { CancelDialog } from './cancel-dialog.tsx';

/** The client's own word before the dose. After it, nothing stands here (DO4). */
export function ClientReady() {
  const view = useView('client');
  const now = useServerNow();
  const { press, sending, refused } = usePress();
  if (!can(view, { type: 'dose.ready' }, now)) return null;
  return (
    <Stack gap={3}>
      {refused && <Notice tone="lost">{refused.message}</Notice>}
      {view.ready ? (
        <>
          <Notice tone="ok">You said you are ready. You can still change your mind.</Notice>
          <Button
            size="large"
            wide
            pending={sending}
            onPress={() => void press({ type: 'dose.not_ready' })}
          >
            Not yet
          </Button>
        </>
      ) : (
        <Button
          variant="primary"
          size="large"
          wide
          pending={sending}
          onPress={() => void press({ type: 'dose.ready' })}
        >
          {"I'm ready"}
        </Button>
      )}
    </Stack>
  );
}

/** Before the dose the client can always stop, from the lobby, too (PH6, CC3). */
export function ClientStop() {
  const { view } = useSession();
  const now = useServerNow();
  const [stopping, setStopping] = useState(false);
  if (!view || !can(view, { type: 'session.cancel', reason: '-' }, now)) return null;
  return (
    <Row justify="center">
      <Button variant="plain" onPress={() => setStopping(true)}>
        I’d rather stop for today
      </Button>
      <CancelDialog open={stopping} onClose={() => setStopping(false)} />
    </Row>
  );
}
