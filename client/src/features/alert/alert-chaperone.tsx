import { useState } from 'react';
import type { RaiseKind } from '@sojourn/shared/session/alert';
import { usePress } from '../../connection/use-press.ts';
import { useView } from '../../connection/use-session.ts';
import { nameOr } from '../../connection/words.ts';
import { t, told } from '../../language/index.ts';
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
        <Notice tone="high" live="alert" title={t('The alert did not go out.')}>
          {told(refused.message)}
        </Notice>
      )}
      <PopoverButton
        words={t('Alert chaperone')}
        dialogLabel={t('Alert chaperone')}
        variant="danger"
        size="large"
        icon="bell"
        placement="top end"
      >
        {(close) => (
          <Stack gap={3}>
            <Choice
              label={t('Go now')}
              description={t(
                '{name}’s phone sounds at once: unresponsive, breathing, fall, panic',
                { name },
              )}
              tone="high"
              icon="alert"
              onPress={() => raise('go_now', close)}
            />
            <Choice
              label={t('Please come')}
              description={t('Bathroom, nausea, a technical fault')}
              tone="medium"
              icon="hand"
              onPress={() => raise('please_come', close)}
            />
            <TextField
              label={t('Reason, in a few words')}
              optional
              value={reason}
              onChange={setReason}
              maxLength={140}
              description={t('{name} reads it; the client does not.', { name })}
            />
          </Stack>
        )}
      </PopoverButton>
    </>
  );
}
