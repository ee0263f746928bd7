import { m, t } from '../../language/index.ts';
import { Button, Select } from '../../ui/index.ts';
import { useKeptChoice } from '../kept-choice.ts';
import styles from './speech.module.css';
import { useSpeech, useVoices, voiceChoice } from './use-speech.ts';

const SAMPLE = m('You are home. There is nothing that you have to do.');

/** Before the session: the voice that will say prompts on this device. Hearing it also unlocks it. */
export function VoiceChoice() {
  const voices = useVoices();
  const chosen = useKeptChoice(voiceChoice);
  const { state, text, speak, stop } = useSpeech();
  const sample = t(SAMPLE);
  const hearing = text === sample && state === 'speaking';
  const known = voices.find(({ voiceURI }) => voiceURI === chosen) ?? voices[0];
  return (
    <div className={styles.choice}>
      <Select
        label={t('Voice for prompts')}
        options={voices.map(({ voiceURI, name }) => ({ value: voiceURI, label: name }))}
        value={known?.voiceURI ?? null}
        placeholder={voices.length === 0 ? t('No voice on this device') : t('Choose')}
        description={t(
          'If your therapist prefers not to speak, this voice says the prompt, slowly.',
        )}
        disabled={voices.length === 0}
        error={text === sample && state === 'cannot' ? t('This browser has no voice.') : undefined}
        onChange={voiceChoice.set}
      />
      <Button icon="sound" onPress={() => (hearing ? stop() : speak(sample))}>
        {hearing ? t('Stop the voice') : t('Hear the voice')}
      </Button>
    </div>
  );
}
