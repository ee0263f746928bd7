import { useState } from 'react';
import { faultsOfRejection, NO_FAULTS } from '../../connection/faults.ts';
import { useServerNow } from '../../connection/use-clock.ts';
import { usePress } from '../../connection/use-press.ts';
import { Button, Dialog, Notice, Stack, TextField } from '../../ui/index.ts';
import { t } from '../../language/index.ts';

/** The only exit after the dose beside a signed release: who took over, when, and what they were told (RL4). */
export function HandOverDialog({ onClose }: { onClose: () => void }) {
  const now = useServerNow();
  const { press, sending, refused } = usePress();
  const [to, setTo] = useState('');
  const [ago, setAgo] = useState('0');
  const [told, setTold] = useState('');
  const faults = refused ? faultsOfRejection(refused) : NO_FAULTS;
  const handOver = async () => {
    const handedOverAt = Math.round(now - Number(ago.trim() || '0') * 60_000);
    if (await press({ type: 'session.hand_over', to, handedOverAt, told })) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('Handed over to emergency services')}
      size="wide"
      actions={
        <>
          <Button onPress={onClose}>{t('Not now')}</Button>
          <Button variant="primary" pending={sending} onPress={() => void handOver()}>
            {t('Record the hand-over and close')}
          </Button>
        </>
      }
    >
      <Stack gap={5}>
        <Notice tone="medium" live="off">
          {t(
            'Record it when they are with the client. This ends the session and closes its record; what comes later is added to it.',
          )}
        </Notice>
        <TextField
          label={t('Who took over')}
          description={t('The service, and who of it.')}
          value={to}
          onChange={setTo}
          error={faults['to']}
        />
        <TextField
          label={t('Minutes ago')}
          inputMode="numeric"
          value={ago}
          onChange={setAgo}
          error={faults['handedOverAt']}
        />
        <TextField
          label={t('What they were told')}
          multiline
          rows={4}
          value={told}
          onChange={setTold}
          error={faults['told']}
        />
        {faults['form'] && (
          <Notice tone="lost" live="alert">
            {faults['form']}
          </Notice>
        )}
      </Stack>
    </Dialog>
  );
}
