import { useEffect, useSyncExternalStore } from 'react';
import { t } from '../../language/index.ts';
import { Button, Notice } from '../../ui/index.ts';
import { currentSound, onSoundChange, resumeOnTaps, unlockSound } from './siren.ts';
import { soundWords } from './sound-model.ts';

/** A phone that may not sound is an alarm that cannot be heard: it says so loudly, before it matters. */
export function SoundNotice() {
  const said = soundWords(useSyncExternalStore(onSoundChange, currentSound));
  useEffect(resumeOnTaps, []);
  if (!said) return null;
  return (
    <Notice
      tone="medium"
      live="alert"
      icon="sound"
      title={said.title}
      actions={
        <Button variant="primary" size="large" onPress={() => void unlockSound()}>
          {t('Turn the sound on')}
        </Button>
      }
    >
      {said.words}
    </Notice>
  );
}
