import { useState } from 'react';
import type { RaiseKind } from '@sojourn/shared/session/alert';
import { usePress } from '../../connection/use-press.ts';
import { useView } from '../../connection/use-session.ts';
import { nameOr } from '../../connection/words.ts';
import { Choice, Notice, PopoverButton, Stack, TextField } from '../../ui/index.ts';

/** The therapist's way to the chaperone's phone. Where the press stands is told by `Alerts`. */
export function AlertChaperone() {
  const view = useView('therapist');
  const { press, refused } = usePress();
  const [reason, setReason] = useState('');
  const name = nameOr(view.people.chaperone.name, 'chaperone');

  const raise = (kind: RaiseKind, close: () => void) => {
    const words = reason.trim();
    void press({ type: 'alert.raise', kind, ...(words && { reason: words }) });
    setReason('');
    close();
  };

  return (
    <>
      {refused && (
        <Notice tone="high" live="alert" title="The alert did not go out.">
          {refused.message}
        </Notice>
      )}
      <PopoverButton
        words="Alert chaperone"
        dialogLabel="Alert chaperone"
        variant="danger"
        size="large"
        icon="bell"
        placement="top end"
      >
        {(close) => (
          <Stack gap={3}>
            <Choice
              label="Go now"
              description={`${name}’s phone sounds at once: unresponsive, breathing, fall, panic`}
              tone="high"
              icon="alert"
              onPress={() => raise('go_now', close)}
            />
            <Choice
              label="Please come"
              description="Bathroom, nausea, a technical fault"
              tone="medium"
              icon="hand"
              onPress={() => raise('please_come', close)}
            />
            <TextField
              label="Reason, in a few words"
              optional
              value={reason}
              onChange={setReason}
              maxLength={140}
              description={`${name} reads it; the client does not.`}
            />
          </Stack>
        )}
      </PopoverButton>
    </>
  );
}
