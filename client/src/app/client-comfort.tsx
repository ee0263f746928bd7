import { MusicChoice } from '../features/music/index.ts';
import { t } from '../language/index.ts';
import { PacerChoice } from '../media/pacer/index.ts';
import { VoiceChoice } from '../media/speech/index.ts';
import { Disclosure, Stack } from '../ui/index.ts';

/** Before the dose, and only then: what may sound and move later is chosen now (DO4). */
export function ClientComfort() {
  return (
    <Disclosure words={t('Music, voice and breath for later')}>
      <Stack gap={5}>
        <MusicChoice />
        <VoiceChoice />
        <PacerChoice />
      </Stack>
    </Disclosure>
  );
}
