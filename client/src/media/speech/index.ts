/**
 * A prompt said aloud by this browser's own voice, slowly, without a network where the device has one.
 * `<SpokenText>` shows and says a text; `useSpeech` speaks and stops; `<VoiceChoice>` is for before.
 */
export { SpokenText, type SpokenTextProps } from './spoken-text.tsx';
export { useSpeech } from './use-speech.ts';
export { VoiceChoice } from './voice-choice.tsx';
