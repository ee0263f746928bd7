import { useState } from 'react';
import { usePress } from '../../connection/use-press.ts';
import { Button, Dialog, Stack, TextField } from '../../ui/index.ts';

interface CancelDialogProps {
  open: boolean;
  onClose: () => void;
}

/** Before the dose any of the three can stop, and it is said to be a good decision (PH6). */
export function CancelDialog({ open, onClose }: CancelDialogProps) {
  const { press, sending, refused } = usePress();
  const [reason, setReason] = useState('');
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Stop for today?"
      actions={
        <>
          <Button onPress={onClose}>Go on</Button>
          <Button
            variant="primary"
            pending={sending}
            onPress={() =>
              void press({ type: 'session.cancel', reason: reason.trim() || 'Not today' })
            }
          >
            Stop the session
          </Button>
        </>
      }
    >
      <Stack>
        <p>No medicine has been taken. Stopping now is a good decision, whatever the reason.</p>
        <TextField
          label="A reason, in a few words"
          optional
          value={reason}
          onChange={setReason}
          maxLength={200}
          error={refused?.message}
        />
      </Stack>
    </Dialog>
  );
}
