import { useState } from 'react';
import { usePress } from '../../connection/use-press.ts';
import { useView } from '../../connection/use-session.ts';
import { Button, CountSelect, Dialog, Notice, Stack } from '../../ui/index.ts';
import type { BoosterModel } from './dose-model.ts';
import { plural, t, told } from '../../language/index.ts';

interface BoosterDialogProps {
  booster: BoosterModel;
  onClose: () => void;
}

/** A second, smaller dose: its own guards, and the observation begins anew (DO6). */
export function BoosterDialog({ booster, onClose }: BoosterDialogProps) {
  const view = useView('therapist');
  const { press, sending, refused } = usePress();
  const { tablets: most, missing } = booster;
  const [seen, setSeen] = useState<number | null>(null);
  const tablets = Math.min(seen ?? most, most);
  const open = missing.length > 0;
  const give = async () => {
    const expectedRevision = view.revision;
    if (await press({ type: 'booster.give', tablets, expectedRevision })) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('Booster')}
      actions={
        <>
          <Button onPress={onClose}>{t('Not now')}</Button>
          <Button
            variant="primary"
            pending={sending}
            disabledReason={open ? missing.map(({ words }) => told(words)).join(' ') : undefined}
            onPress={() => void give()}
          >
            {t('Booster taken')}
          </Button>
        </>
      }
    >
      <Stack>
        <p>
          {t(
            'The order allows {tablets} more. Press when you see it go in. The observation time begins anew.',
            { tablets: plural(most, { one: 'one tablet', other: '{count} tablets' }) },
          )}
        </p>
        <CountSelect
          label={t('Tablets seen on camera')}
          most={most}
          value={tablets}
          onChange={setSeen}
        />
        {open && (
          <Notice tone="waiting" title={t('Still missing')} live="off">
            <ul>
              {missing.map(({ guard, words }) => (
                <li key={guard}>{told(words)}</li>
              ))}
            </ul>
          </Notice>
        )}
        {refused && (
          <Notice tone="lost" live="alert">
            {refused.message}
          </Notice>
        )}
      </Stack>
    </Dialog>
  );
}
