import { t } from '../../language/index.ts';
import { Button, Notice } from '../../ui/index.ts';
import { useMedia } from './media-context.ts';
import { mediaWords } from './media-state.ts';

export interface MediaNoticesProps {
  /** For the client after the dose: only what they can mend with one tap. */
  quiet?: boolean;
}

/** What is true of the video and can be said in a sentence. Empty when all is well. */
export function MediaNotices({ quiet = false }: MediaNoticesProps) {
  const { state, audioBlocked, hear, bringBack } = useMedia();
  const words = mediaWords(state);
  const trouble = state.name === 'reconnecting' || state.name === 'waiting_for_server';
  return (
    <>
      {audioBlocked && (
        <Notice
          tone="accent"
          icon="sound"
          title={t('The sound waits for a tap')}
          actions={
            <Button variant="primary" icon="sound" onPress={hear}>
              {t('Tap to hear')}
            </Button>
          }
        />
      )}
      {state.name === 'moved' && (
        <Notice
          tone="lost"
          title={words}
          actions={<Button onPress={bringBack}>{t('Bring it back here')}</Button>}
        />
      )}
      {trouble && !quiet && <Notice tone="lost">{words}</Notice>}
    </>
  );
}
