import { useState } from 'react';
import { can } from '@sojourn/shared/session/can';
import { useServerNow } from '../../connection/use-clock.ts';
import { useSession } from '../../connection/use-session.ts';
import { Button, Row } from '../../ui/index.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { t } from '../../language/index.ts';

interface StopProps {
  /** Where the page itself holds the dialog; else it goes with this button. */
  onPress?: (() => void) | undefined;
}

/** Before the dose one can always stop, from the lobby, too (PH6, CC3). */
function Stop({ words, onPress }: StopProps & { words: string }) {
  const view = useSession('view');
  const now = useServerNow();
  const [stopping, setStopping] = useState(false);
  if (!view || !can(view, { type: 'session.cancel', reason: '-' }, now)) return null;
  return (
    <Row justify="center">
      <Button variant="plain" onPress={onPress ?? (() => setStopping(true))}>
        {words}
      </Button>
      <CancelDialog open={stopping} onClose={() => setStopping(false)} />
    </Row>
  );
}

export const ClientStop = ({ onPress }: StopProps) => (
  <Stop words={t('I’d rather stop for today')} onPress={onPress} />
);
export const ChaperoneStop = () => <Stop words={t('I can’t do this today')} />;
