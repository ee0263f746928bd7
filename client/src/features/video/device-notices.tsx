import { t } from '../../language/index.ts';
import { faultWords, useLocalMedia, type DeviceKind } from '../../media/index.ts';
import { Button, Notice } from '../../ui/index.ts';

/** What became of the person's own devices, and what they can do about it. */
export function DeviceNotices() {
  return (
    <>
      <DeviceNotice kind="microphone" />
      <DeviceNotice kind="camera" />
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
        actions={<Button onPress={() => void local.tryAgain(kind)}>{t('Try again')}</Button>}
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
          {t('All right')}
        </Button>
      }
    >
      {notice}
    </Notice>
  );
}
