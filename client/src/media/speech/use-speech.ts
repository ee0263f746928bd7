import { useEffect, useState, useSyncExternalStore } from 'react';
import { z } from 'zod';
import { createKeptChoice } from '../kept-choice.ts';
import { browserVoice, langOfPage, synthOfPage } from './browser-voice.ts';
import { createSpeaker, type Speaker, type Speech } from './speaker.ts';
import { voicesFor, type Voice } from './speech-model.ts';

/** Which voice speaks on this device: its URI, or null for the first that fits. */
export const voiceChoice = createKeptChoice('sojourn.voice', z.string().nullable(), null);

let ofPage: Speaker | null = null;

function speakerOfPage(): Speaker {
  ofPage ??= createSpeaker(browserVoice(voiceChoice.get));
  return ofPage;
}

/** What this page's one voice is doing, and how to make it speak or stop. */
export function useSpeech(): Speech & Pick<Speaker, 'speak' | 'stop'> {
  const { get, subscribe, speak, stop } = speakerOfPage();
  return { ...useSyncExternalStore(subscribe, get), speak, stop };
}

const readVoices = () => voicesFor(synthOfPage()?.getVoices() ?? [], langOfPage());

/** The voices of this page's language. Browsers load them late. */
export function useVoices(): readonly Voice[] {
  const [voices, setVoices] = useState(readVoices);
  useEffect(() => {
    const synth = synthOfPage();
    if (!synth) return;
    const changed = () => setVoices(readVoices());
    synth.addEventListener('voiceschanged', changed);
    changed();
    return () => synth.removeEventListener('voiceschanged', changed);
  }, []);
  return voices;
}
