import { useState } from 'react';
import type { Helped } from '@sojourn/shared/session/prompt-offer';
import { t } from '../../language/index.ts';
import { BreathingPacer, usePacerChoice } from '../../media/pacer/index.ts';
import { SpokenText } from '../../media/speech/index.ts';
import { faceOf, type WhereFacts } from './face-model.ts';
import styles from './grounding.module.css';

interface PromptLineProps {
  helped: Helped;
  facts: WhereFacts;
  spoken: boolean;
  /** Where a page that was opened again goes on. */
  startAt: number;
  slower: boolean;
  onStep: (step: number) => void;
}

/** Slower than asked for before: by one breath a minute. */
const SLOWER_BY = 1;

/** One line at a time. The client's tap leads on to the next, and from the last to the first (GR5). */
export function PromptLine({ helped, facts, spoken, startAt, slower, onStep }: PromptLineProps) {
  const [step, setStep] = useState(startAt);
  const pacer = usePacerChoice();
  const face = faceOf(helped, facts);
  if (!face) return null;
  const { lines, said, rate } = face;
  const at = Math.min(step, lines.length - 1);
  const text = (spoken ? said[at] : lines[at]) ?? '';
  const next = (at + 1) % lines.length;
  const words = <SpokenText text={text} spoken={spoken} slower={slower} />;
  return (
    <>
      <div className={styles.words} data-paced={rate !== null || undefined}>
        {rate !== null && (
          <div className={styles.pacer}>
            <BreathingPacer
              breathsPerMinute={Math.min(pacer.breathsPerMinute, rate) - (slower ? SLOWER_BY : 0)}
              sound={pacer.sound}
              moving={pacer.moving}
            />
          </div>
        )}
        <p
          key={at}
          className={styles.calmLine}
          role="status"
          dir="auto"
          data-long={text.length > 90}
        >
          {words}
        </p>
      </div>
      {lines.length > 1 && (
        <button
          type="button"
          className={styles.onward}
          onClick={() => {
            setStep(next);
            onStep(next);
          }}
        >
          {next === 0 ? t('From the beginning') : t('Go on')}
        </button>
      )}
    </>
  );
}
