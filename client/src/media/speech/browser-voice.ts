import type { Saying, SpeechHost } from './speaker.ts';

/** Absent in some browsers, whatever the types say. */
export const synthOfPage = (): SpeechSynthesis | null => globalThis.speechSynthesis ?? null;

export const langOfPage = (): string => document.documentElement.lang || navigator.language;

/** Browsers forget an utterance that nobody holds, and its end is never told. */
let held: SpeechSynthesisUtterance | null = null;

/** This browser's own voice. */
export function browserVoice(chosen: () => string | null): SpeechHost {
  const synth = synthOfPage();
  if (synth) unlockAtTap(synth);
  return {
    voices: () => synth?.getVoices() ?? [],
    chosen,
    lang: langOfPage,
    say: synth && ((saying) => say(synth, saying)),
    hush() {
      held = null;
      synth?.cancel();
    },
    after(ms, act) {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
  };
}

function say(synth: SpeechSynthesis, { words, voiceURI, ...saying }: Saying): void {
  const utterance = new SpeechSynthesisUtterance(words);
  const voice = synth.getVoices().find((each) => each.voiceURI === voiceURI);
  if (voice) utterance.voice = voice;
  utterance.lang = saying.lang;
  utterance.rate = saying.rate;
  utterance.addEventListener('start', saying.onBegin);
  utterance.addEventListener('boundary', ({ charIndex }) => saying.onWord(charIndex));
  utterance.addEventListener('end', saying.onEnd);
  utterance.addEventListener('error', saying.onFail);
  held = utterance;
  // Left paused by another page, it would wait for ever.
  synth.resume();
  synth.speak(held);
}

/** iOS lets a page speak only after it has spoken in a tap: the first one says nothing, unheard. */
function unlockAtTap(synth: SpeechSynthesis): void {
  const unlock = () => {
    const nothing = new SpeechSynthesisUtterance(' ');
    nothing.volume = 0;
    synth.speak(nothing);
  };
  window.addEventListener('pointerdown', unlock, { once: true, capture: true });
}
