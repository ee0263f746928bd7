import { faultWords, useLocalMedia, type DeviceKind } from '../../media/index.ts';
import { Button, Notice } from '../../ui/index.ts';
import { useMedia } from './media-context.tsx';
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
          title="The sound is waiting for a tap"
          live="status"
          actions={
            <Button variant="primary" icon="sound" onPress={hear}>
              Tap to hear
            </Button>
          }
        />
      )}
      {state.name === 'moved' && (
        <Notice
          tone="lost"
          title={words}
          actions={<Button onPress={bringBack}>Bring it back here</Button>}
        />
      )}
      {trouble && !quiet && <Notice tone="lost">{words}</Notice>}
      {!quiet && state.name !== 'off' && state.name !== 'moved' && (
        <>
          <DeviceNotice kind="microphone" />
          <DeviceNotice kind="camera" />
        </>
      )}
    </>
  );
}

function DeviceNotice({ kind }: { kind: DeviceKind }) {
  const { local, ...media } = useLocalMedia();
  const { status, fault, notice } = media[kind];
  if (status === 'failed' && fault) {
    const { title, help } = faultWords(kind, fault);
    return (
      <Notice
        tone="waiting"
        icon={kind === 'camera' ? 'camera-off' : 'mic-off'}
        title={title}
        actions={<Button onPress={() => void local.tryAgain(kind)}>Try again</Button>}
      >
        {notice ? `${notice} ${help}` : help}
      </Notice>
    );
  }
  if (!notice) return null;
  return (
    <Notice
      tone="waiting"
      icon={kind === 'camera' ? 'camera' : 'mic'}
      actions={
        <Button variant="plain" onPress={() => local.dismissNotice(kind)}>
          All right
        </Button>
      }
    >
      {notice}
    </Notice>
  );
}
