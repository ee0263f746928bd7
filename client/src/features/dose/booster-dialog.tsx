import { usePress } from '../../connection/use-press.ts';
import { useView } from '../../connection/use-session.ts';
import { Button, Dialog, Notice, Stack } from '../../ui/index.ts';
import type { BoosterModel } from './dose-model.ts';

interface BoosterDialogProps {
  booster: BoosterModel;
  onClose: () => void;
}

/** A second, smaller dose: its own guards, and the observation begins anew (DO6). */
export function BoosterDialog({ booster, onClose }: BoosterDialogProps) {
  const view = useView('therapist');
  const { press, sending, refused } = usePress();
  const { tablets, missing } = booster;
  const open = missing.length > 0;
  const give = async () => {
    const expectedRevision = view.revision;
    if (await press({ type: 'booster.give', tablets, expectedRevision })) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Booster"
      actions={
        <>
          <Button onPress={onClose}>Not now</Button>
          <Button
            variant="primary"
            pending={sending}
            disabledReason={open ? missing.map(({ words }) => words).join(' ') : undefined}
            onPress={() => void give()}
          >
            Booster taken
          </Button>
        </>
      }
    >
      <Stack>
        <p>
          {`The order allows ${tablets === 1 ? 'one tablet' : `${tablets} tablets`} more. Press when you see it go in. The observation time begins anew.`}
        </p>
        {open && (
          <Notice tone="waiting" title="Still missing" live="off">
            <ul>
              {missing.map(({ guard, words }) => (
                <li key={guard}>{words}</li>
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
