import { useSyncExternalStore } from 'react';
import { Button, Notice } from '../../ui/index.ts';
import { isSoundUnlocked, onSoundChange, unlockSound } from './siren.ts';

/** A phone that may not sound is an alarm that cannot be heard: it says so loudly, before it matters. */
export function SoundNotice() {
  const unlocked = useSyncExternalStore(onSoundChange, isSoundUnlocked);
  if (unlocked) return null;
  return (
    <Notice
      tone="medium"
      live="alert"
      icon="sound"
      title="This phone cannot sound yet."
      actions={
        <Button variant="primary" size="large" onPress={() => void unlockSound()}>
          Turn the sound on
        </Button>
      }
    >
      Tap once, so that an alert can be heard.
    </Notice>
  );
}
