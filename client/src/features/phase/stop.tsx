import { useState } from 'react';
import { can } from '@sojourn/shared/session/can';
import { useServerNow } from '../../connection/use-clock.ts';
import { useSession } from '../../connection/use-session.ts';
import { Button, Row } from '../../ui/index.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { t } from '../../language/index.ts';

interface StopButtonProps {
  words: string;
  onPress: () => void;
}

/** Before the dose one can always stop, from the lobby, too (PH6, CC3). */
function StopButton({ words, onPress }: StopButtonProps) {
  const view = useSession('view');
  const now = useServerNow();
  if (!view || !can(view, { type: 'session.cancel', reason: '-' }, now)) return null;
  return (
    <Row justify="center">
      <Button variant="plain" onPress={onPress}>
        {words}
      </Button>
    </Row>
  );
}

/** With a dialog of its own, which goes with it. */
function Stop({ words }: { words: string }) {
  const [stopping, setStopping] = useState(false);
  return (
    <>
      <StopButton words={words} onPress={() => setStopping(true)} />
      <CancelDialog open={stopping} onClose={() => setStopping(false)} />
    </>
  );
}

/** @param onPress where the page itself holds the dialog, so that it outlives this button */
export function ClientStop({ onPress }: { onPress?: () => void }) {
  const words = t('I’d rather stop for today');
  return onPress ? <StopButton words={words} onPress={onPress} /> : <Stop words={words} />;
}
export const ChaperoneStop = () => <Stop words={t('I can’t do this today')} />;
