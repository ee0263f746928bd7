import { sentencesOf, SPEECH_RATE, voiceOf, wordEnd, type Voice } from './speech-model.ts';

/** cannot: this browser has no voice, or it did not begin to speak; the words on the screen stay. */
export type SpeechState = 'idle' | 'speaking' | 'cannot';

export interface Speech {
  state: SpeechState;
  /** What was last asked for. */
  text: string | null;
  /** Up to here it has been said: an index in `text`. */
  said: number;
}

export interface Speaker {
  get: () => Speech;
  subscribe: (listener: () => void) => () => void;
  /** Says it from its beginning; what was being said stops. */
  speak: (text: string, options?: { slower?: boolean }) => void;
  stop: () => void;
}

/** One sentence on its way to the browser's voice, and what becomes of it. */
export interface Saying {
  words: string;
  /** undefined: the browser's own for the language. */
  voiceURI: string | undefined;
  lang: string;
  rate: number;
  onBegin: () => void;
  /** @param at index in `words`; not every browser tells it */
  onWord: (at: number) => void;
  onEnd: () => void;
  onFail: () => void;
}

/** The browser's voice, or the test's. */
export interface SpeechHost {
  /** Null where the browser has none. */
  say: ((saying: Saying) => void) | null;
  hush: () => void;
  voices: () => readonly Voice[];
  /** The URI of the chosen one. */
  chosen: () => string | null;
  lang: () => string;
  /** Returns how to call it off. */
  after: (ms: number, act: () => void) => () => void;
}

const SILENT: Speech = { state: 'idle', text: null, said: 0 };
/** ms for a voice to begin. A browser without one often neither speaks nor says so. */
const BEGINS_WITHIN = 4_000;
/** ms after the last sign of it by which a sentence is over: some voices begin, and never say that they ended. */
const endsWithin = (letters: number, rate: number) => 4_000 + (letters * 120) / rate;

/** One voice for the page: two prompts never speak at once. */
export function createSpeaker(host: SpeechHost): Speaker {
  const listeners = new Set<() => void>();
  let speech = SILENT;
  /** What an earlier utterance still tells is of no interest. */
  let turn = 0;
  let stopWaiting = () => {};

  function tell(change: Partial<Speech>) {
    speech = { ...speech, ...change };
    for (const listener of listeners) listener();
  }

  function hush() {
    turn += 1;
    stopWaiting();
    host.hush();
  }

  function end(state: 'idle' | 'cannot') {
    hush();
    tell({ state, said: speech.text?.length ?? 0 });
  }

  function sayFrom(text: string, index: number, rate: number) {
    const sentence = sentencesOf(text)[index];
    if (!host.say) return end('cannot');
    if (!sentence) return end('idle');
    const mine = turn;
    let over = false;
    const ours =
      <Args extends unknown[]>(act: (...args: Args) => void) =>
      (...args: Args) => {
        if (mine === turn && !over) act(...args);
      };
    const voice = voiceOf(host.voices(), host.chosen(), host.lang());
    const goOn = ours(() => {
      over = true;
      sayFrom(text, index + 1, rate);
    });
    const giveUp = ours(() => {
      over = true;
      host.hush();
      sayFrom(text, index + 1, rate);
    });
    const wait = (ms: number, act: () => void) => {
      stopWaiting();
      stopWaiting = host.after(ms, act);
    };
    wait(
      BEGINS_WITHIN,
      ours(() => end('cannot')),
    );
    const heard = (at: number) => {
      wait(endsWithin(sentence.to - sentence.from - at, rate), giveUp);
      tell({ said: wordEnd(text, sentence.from + at) });
    };
    host.say({
      words: text.slice(sentence.from, sentence.to),
      voiceURI: voice?.voiceURI,
      lang: voice?.lang ?? host.lang(),
      rate,
      onBegin: ours(() => heard(0)),
      onWord: ours(heard),
      onEnd: goOn,
      onFail: ours(() => end('cannot')),
    });
  }

  return {
    get: () => speech,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    speak(text, { slower = false } = {}) {
      hush();
      tell({ state: 'speaking', text, said: 0 });
      sayFrom(text, 0, slower ? SPEECH_RATE.slower : SPEECH_RATE.slow);
    },
    stop() {
      if (speech.state === 'speaking') end('idle');
    },
  };
}
