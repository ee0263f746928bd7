import { t } from '../../language/index.ts';
/** `locked`: no tap yet. `lost`: it could sound, and the phone took that away, as a call does. */
export type SoundState = 'locked' | 'on' | 'lost';

/** @param context state of the page's AudioContext; null before the first tap */
export function soundState(context: AudioContextState | null): SoundState {
  if (context === 'running') return 'on';
  return context === null ? 'locked' : 'lost';
}

export interface SoundWords {
  title: string;
  words: string;
}

/** What a phone that may not sound says of itself; null while it may. */
export function soundWords(state: SoundState): SoundWords | null {
  switch (state) {
    case 'on':
      return null;
    case 'locked':
      return {
        title: t('This phone cannot sound yet.'),
        words: t('Tap once, so that an alert can be heard.'),
      };
    case 'lost':
      return {
        title: t('This phone has lost its sound.'),
        words: t('A call or another app took it. Tap once, or an alert cannot be heard.'),
      };
  }
}
