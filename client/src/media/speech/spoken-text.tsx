import { useEffect } from 'react';
import { t } from '../../language/index.ts';
import { inStep } from './speech-model.ts';
import styles from './speech.module.css';
import { useSpeech } from './use-speech.ts';

export interface SpokenTextProps {
  text: string;
  /** Said aloud, once for each text; false: shown only. */
  spoken: boolean;
  slower?: boolean;
}

/**
 * A text that is shown and, when asked for, said: what has been said stands brighter. A tap on the page
 * outside of its buttons, or Escape, stops the voice; so does leaving.
 */
export function SpokenText({ text, spoken, slower = false }: SpokenTextProps) {
  const { state, text: saying, said, speak, stop } = useSpeech();
  useEffect(() => {
    if (!spoken) return;
    speak(text, { slower });
    return stop;
  }, [text, spoken, slower, speak, stop]);
  const mine = spoken && saying === text;
  const speaking = mine && state === 'speaking';
  useStopAtTap(speaking, stop);
  if (!speaking) {
    return (
      <>
        {text}
        {mine && state === 'cannot' && <SpeechTrouble />}
      </>
    );
  }
  const parts = inStep(text, said);
  return (
    <>
      {/* A screen reader is given the whole, once: the parts change with every word. */}
      <span className="visually-hidden">{text}</span>
      <span aria-hidden="true" data-speaking>
        {parts.said}
        <span className={styles.ahead}>{parts.ahead}</span>
      </span>
    </>
  );
}

const SpeechTrouble = () => (
  <span className={styles.trouble}>{t('This browser has no voice. The words stay here.')}</span>
);

function useStopAtTap(speaking: boolean, stop: () => void) {
  useEffect(() => {
    if (!speaking) return;
    const onTap = ({ target }: Event) => {
      if (!(target instanceof Element && target.closest('button, a, input, select, textarea')))
        stop();
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') stop();
    };
    window.addEventListener('pointerdown', onTap);
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('pointerdown', onTap);
      window.removeEventListener('keydown', onKey);
    };
  }, [speaking, stop]);
}
