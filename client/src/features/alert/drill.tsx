import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useServerNow } from '../../connection/use-clock.ts';
import { useCheckedPress } from '../../connection/use-checked-press.ts';
import { useView } from '../../connection/use-session.ts';
import { nameOr } from '../../connection/words.ts';
import { t, told } from '../../language/index.ts';
import { AlertDialog, Button, Notice } from '../../ui/index.ts';
import { drillModel, SOUND_HELP } from './drill-model.ts';
import styles from './drill.module.css';
import { isSoundUnlocked, onSoundChange, sound, unlockSound } from './siren.ts';

export interface DrillProps {
  /** The way to let this phone ring with the page closed. */
  ring: ReactNode;
}

/** The alarm drill on the chaperone's phone: the real siren, and a person's word that it was heard (GD3). */
export function Drill({ ring }: DrillProps) {
  const view = useView('chaperone');
  const { press, sending, faults } = useCheckedPress();
  const [unheard, setUnheard] = useState<string | null>(null);
  const unlocked = useSyncExternalStore(onSoundChange, isSoundUnlocked);
  const { drillId, help } = drillModel(view, unheard, useServerNow());
  const therapist = nameOr(view.people.therapist.name, 'therapist');
  useEffect(() => {
    // Again as soon as it may sound: the answer is about what was heard.
    return drillId && unlocked ? sound('high') : undefined;
  }, [drillId, unlocked]);

  async function answer(heard: boolean) {
    if (drillId === null) return;
    setUnheard(heard ? null : drillId);
    await press({ type: 'drill.answer', drillId, heard });
  }

  const fault = Object.values(faults)[0];
  return (
    <>
      {help && (
        <Notice tone="accent" icon="sound" title={t('Let’s make this phone sound')}>
          <ul className={styles.help}>
            {SOUND_HELP.map((words) => (
              <li key={words}>{t(words)}</li>
            ))}
          </ul>
          <p>{t('Then tell {therapist}, who starts the drill again.', { therapist })}</p>
        </Notice>
      )}
      <AlertDialog
        open={drillId !== null}
        label={t('This is a drill')}
        title={t('This is a drill')}
        tone="accent"
        icon="sound"
        fullScreen
        actions={
          <>
            {unlocked ? (
              <Button
                size="client"
                wide
                icon="check"
                pending={sending}
                onPress={() => void answer(true)}
              >
                {t('I heard it')}
              </Button>
            ) : (
              <Button size="client" wide icon="sound" onPress={() => void unlockSound()}>
                {t('Turn the sound on')}
              </Button>
            )}
            <Button size="large" wide pending={sending} onPress={() => void answer(false)}>
              {t('I heard nothing')}
            </Button>
            {ring}
          </>
        }
      >
        <p>
          {unlocked
            ? t('Nobody needs you now. This phone should be sounding: do you hear it?')
            : t('Nobody needs you now. This phone may not sound yet: tap once to let it.')}
        </p>
        {unlocked && (
          <p>{t('If it has a silent switch, it must be off, and stay off until the end.')}</p>
        )}
        {fault && <p>{told(fault)}</p>}
      </AlertDialog>
    </>
  );
}
