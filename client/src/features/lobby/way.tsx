import { useView } from '../../connection/use-session.ts';
import { t, told } from '../../language/index.ts';
import { Button, Notice, Stack } from '../../ui/index.ts';
import { EntryForm } from './entry-form.tsx';
import type { LobbyScreen } from './lobby-model.ts';
import type { Enter } from './use-enter.ts';
import { Waiting } from './waiting.tsx';

interface WayProps {
  screen: Exclude<LobbyScreen, 'over'> | 'early';
  enter: Enter;
  onTry: () => void;
}

/** The way in, as far as one is. */
export function Way({ screen, enter, onTry }: WayProps) {
  const { role, duties } = useView('lobby');
  switch (screen) {
    case 'early':
      return (
        <Stack gap={3} align="start">
          <p>
            {t('Open this page again, by the same link, on this device. Then you join from here.')}
          </p>
          <Button icon="camera" onPress={onTry}>
            {t('Try camera and sound now')}
          </Button>
        </Stack>
      );
    case 'form':
      return <EntryForm {...enter} asksPhone={role === 'chaperone' && !duties?.phone} />;
    case 'waiting':
      return <Waiting role={role} />;
    case 'declined':
      return (
        <Stack gap={4}>
          <Button
            variant="primary"
            size="large"
            wide
            pending={enter.sending}
            onPress={enter.submit}
          >
            {t('Ask again')}
          </Button>
          {enter.errors.form && <Notice tone="lost">{told(enter.errors.form)}</Notice>}
        </Stack>
      );
  }
}
