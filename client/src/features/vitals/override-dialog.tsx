import { useState } from 'react';
import { faultsOfRejection, NO_FAULTS } from '../../connection/faults.ts';
import { useServerNow } from '../../connection/use-clock.ts';
import { usePress } from '../../connection/use-press.ts';
import { useView } from '../../connection/use-session.ts';
import { telLink } from '../../connection/words.ts';
import { Button, Dialog, Fields, LinkButton, Notice, Stack, TextField } from '../../ui/index.ts';
import { orderAt } from '@sojourn/shared/session/dose';
import { t } from '../../language/index.ts';

/** The therapist alone cannot override: the prescriber is named, with the reason and the time (VT3). */
export function OverrideDialog({ onClose }: { onClose: () => void }) {
  const view = useView('therapist');
  const now = useServerNow();
  const { press, sending, refused } = usePress();
  const terms = orderAt(view, now)?.terms;
  const [name, setName] = useState(terms?.prescriberName ?? '');
  const [phone, setPhone] = useState(terms?.prescriberPhone ?? '');
  const [reason, setReason] = useState('');
  const [ago, setAgo] = useState('0');
  const faults = refused ? faultsOfRejection(refused) : NO_FAULTS;
  const record = async () => {
    const done = await press({
      type: 'vitals.override',
      prescriberName: name,
      prescriberPhone: phone,
      reason,
      spokenAt: Math.round(now - Number(ago.trim() || '0') * 60_000),
    });
    if (done) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('The prescriber decided')}
      actions={
        <>
          <Button onPress={onClose}>{t('Not now')}</Button>
          <Button variant="primary" pending={sending} onPress={() => void record()}>
            {t('Record the decision')}
          </Button>
        </>
      }
    >
      <Stack gap={5}>
        <Notice tone="medium" title={t('Out of range twice')} live="off">
          {t(
            'Only the prescriber can decide that the dose goes ahead. Stopping for today is a good decision, too.',
          )}
        </Notice>
        {phone && (
          <LinkButton href={telLink(phone)} icon="phone">
            {t('Call {who}', { who: name || t('the prescriber') })}
          </LinkButton>
        )}
        <Fields>
          <TextField
            label={t('Prescriber')}
            value={name}
            onChange={setName}
            error={faults['prescriberName']}
          />
          <TextField
            label={t('Reached on')}
            type="tel"
            value={phone}
            onChange={setPhone}
            error={faults['prescriberPhone']}
          />
          <TextField
            label={t('Minutes ago')}
            inputMode="numeric"
            value={ago}
            onChange={setAgo}
            error={faults['spokenAt']}
          />
        </Fields>
        <TextField
          label={t('The prescriber’s reason')}
          multiline
          value={reason}
          onChange={setReason}
          error={faults['reason']}
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
