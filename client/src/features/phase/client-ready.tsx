import { can } from '@sojourn/shared/session/can';
import { useServerNow } from '../../connection/use-clock.ts';
import { usePress } from '../../connection/use-press.ts';
import { useView } from '../../connection/use-session.ts';
import { Button, Notice, Stack } from '../../ui/index.ts';
import { t } from '../../language/index.ts';

/** The client's own word before the dose. After it, nothing stands here (DO4). */
export function ClientReady() {
  const view = useView('client');
  const now = useServerNow();
  const { press, sending, refused } = usePress();
  if (!can(view, { type: 'dose.ready' }, now)) return null;
  const { readyUntil } = view;
  const isReady = readyUntil !== null && now <= readyUntil;
  return (
    <Stack gap={3}>
      {readyUntil !== null && !isReady && (
        <Notice tone="waiting">
          {t('You said it a while ago. Say it again when you are ready.')}
        </Notice>
      )}
      {refused && <Notice tone="lost">{refused.message}</Notice>}
      {isReady ? (
        <>
          <Notice tone="ok">{t('You said you are ready. You can still change your mind.')}</Notice>
          <Button
            size="large"
            wide
            pending={sending}
            onPress={() => void press({ type: 'dose.not_ready' })}
          >
            {t('Not yet')}
          </Button>
        </>
      ) : (
        <Button
          variant="primary"
          size="large"
          wide
          pending={sending}
          onPress={() => void press({ type: 'dose.ready' })}
        >
          {t("I'm ready")}
        </Button>
      )}
    </Stack>
  );
}
