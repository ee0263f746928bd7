import { useState } from 'react';
import { Button, Checkbox, Select } from '../../ui/index.ts';
import { canSound } from '../audio-unlock.ts';
import { BreathingPacer } from './breathing-pacer.tsx';
import { PACES, paceWords } from './pacer-model.ts';
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
        label="Pace of the breath"
        options={PACES.map((pace) => ({ value: String(pace), label: paceWords(pace) }))}
        value={String(choice.breathsPerMinute)}
        onChange={(pace) => choose({ breathsPerMinute: Number(pace) })}
      />
      <Checkbox
        label="A soft sound goes with it"
        description={canSound() ? undefined : 'This browser cannot make the sound.'}
        checked={choice.sound && canSound()}
        disabled={!canSound()}
        onChange={(sound) => choose({ sound })}
      />
      <Checkbox
        label="The circle moves"
        checked={choice.moving}
        onChange={(moving) => choose({ moving })}
      />
      <Button icon="breath" onPress={() => setTried(!tried)}>
        {tried ? 'Stop the breath' : 'Try the breath'}
      </Button>
      {tried && <BreathingPacer {...choice} />}
    </div>
  );
}
