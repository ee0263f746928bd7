import { words } from '@sojourn/shared/words';
import { useState } from 'react';
import { usePress } from '../../connection/use-press.ts';
import { useSession } from '../../connection/use-session.ts';
import { Button, Checkbox, Dialog, Stack, TextField } from '../../ui/index.ts';
import { t } from '../../language/index.ts';

interface CancelDialogProps {
  open: boolean;
  onClose: () => void;
}

/** Before the dose any of the three can stop, and it is said to be a good decision (PH6, CC3). */
export function CancelDialog({ open, onClose }: CancelDialogProps) {
  const view = useSession('view');
  const { press, sending, refused } = usePress();
  const [reason, setReason] = useState('');
  const [whole, setWhole] = useState(false);
  const role = view?.screen === 'lobby' ? view.role : view?.screen;
  const stop = async () => {
    // In English, as the record is: a reason that nobody typed.
    const stopped = await press({
      type: 'session.cancel',
      reason:
        reason.trim() ||
        (whole ? words('The client wishes to stop the treatment') : words('Not today')),
      ...(whole && { stopsCourse: true }),
    });
    if (stopped) onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('Stop for today?')}
      actions={
        <>
          <Button onPress={onClose}>{t('Go on')}</Button>
          <Button variant="primary" pending={sending} onPress={() => void stop()}>
            {t('Stop the session')}
          </Button>
        </>
      }
    >
      <Stack>
        <p>
          {t('No medicine has been taken. Stopping now is a good decision, whatever the reason.')}
        </p>
        <TextField
          label={t('A reason, in a few words')}
          optional
          value={reason}
          onChange={setReason}
          maxLength={200}
          error={refused?.message}
        />
        {role === 'client' && (
          <Checkbox
            label={t('I’d like to stop the whole treatment')}
            description={t(
              'Nothing more is planned until you talk with your therapist and say so.',
            )}
            checked={whole}
            onChange={setWhole}
          />
        )}
      </Stack>
    </Dialog>
  );
}
