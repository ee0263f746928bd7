import { useState } from 'react';
import { locale, t } from '../../language/index.ts';
import { Button, Checkbox, Select } from '../../ui/index.ts';
import { canSound } from '../audio-unlock.ts';
import { BreathingPacer } from './breathing-pacer.tsx';
import { PACES } from './pacer-model.ts';
import styles from './pacer.module.css';
import { pacerChoice, usePacerChoice } from './use-pacer.ts';

/** Before the session: how this device's person likes to be paced, tried at once. */
export function PacerChoice() {
  const choice = usePacerChoice();
  const [tried, setTried] = useState(false);
  const choose = (change: Partial<typeof choice>) => pacerChoice.set({ ...choice, ...change });
  return (
    <div className={styles.choice}>
      <Select
        label={t('Pace of the breath')}
        options={PACES.map((pace) => ({
          value: String(pace),
          label: t('{pace} breaths a minute', { pace: pace.toLocaleString(locale()) }),
        }))}
        value={String(choice.breathsPerMinute)}
        onChange={(pace) => choose({ breathsPerMinute: Number(pace) })}
      />
      <Checkbox
        label={t('A soft sound goes with it')}
        description={canSound() ? undefined : t('This browser cannot make the sound.')}
        checked={choice.sound && canSound()}
        disabled={!canSound()}
        onChange={(sound) => choose({ sound })}
      />
      <Checkbox
        label={t('The circle moves')}
        checked={choice.moving}
        onChange={(moving) => choose({ moving })}
      />
      <Button icon="breath" onPress={() => setTried(!tried)}>
        {tried ? t('Stop the breath') : t('Try the breath')}
      </Button>
      {tried && <BreathingPacer {...choice} />}
    </div>
  );
}
