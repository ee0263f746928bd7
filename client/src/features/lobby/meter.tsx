import { t } from '../../language/index.ts';
import { levelWords, useLocalMedia, useMicLevel } from '../../media/index.ts';
import { LevelMeter, Notice } from '../../ui/index.ts';

/** Redrawn with every measurement: kept apart from what is not. */
export function Meter() {
  const { microphone } = useLocalMedia();
  const mic = useMicLevel();
  const live = microphone.status === 'live';
  return (
    <>
      <LevelMeter
        label={t('Your sound')}
        level={live ? mic.level : 0}
        words={levelWords(microphone.on, mic)}
      />
      {live && mic.silent && !mic.heard && (
        <Notice tone="waiting" icon="mic" title={t('Your microphone is silent')}>
          {t(
            'Say a few words. If nothing moves, look for a mute switch on your headset, or choose another microphone.',
          )}
        </Notice>
      )}
    </>
  );
}
