import type { Language } from '@sojourn/shared/language';
import type { AlertKind } from '@sojourn/shared/session/alert';

/*
 * What leaves the house: no name, no medicine, no diagnosis (domain.md, rule 9). Whoever reads it over a
 * shoulder learns that a phone's owner is wanted, and nothing more.
 */

export interface Wanted {
  /** A rehearsal, said as one. */
  drill: boolean;
  high: boolean;
}

/** An alert that says somebody else's line is gone reads like any other on a locked phone. */
export const wantedFor = (alert: { kind: AlertKind; priority: string } | null): Wanted => ({
  drill: alert === null,
  high: alert === null || alert.priority === 'high',
});

type Written = Readonly<Record<'title' | 'body', string>>;

interface Spoken {
  /** For Twilio's voice, BCP 47. */
  voice: 'en-US' | 'es-MX';
  written: { drill: Written; high: Written; other: Written };
  /** Spoken twice: the first words of a call are often missed. */
  call: { drill: string; high: string; other: string };
  thanks: { going: string; drill: string; other: string; failed: string };
}

/** What is written and said in the person's own language (LA4). */
const SPOKEN: Record<Language, Spoken> = {
  en: {
    voice: 'en-US',
    written: {
      drill: {
        title: 'This is a drill',
        body: 'Nobody needs you now. Open the page, and say that you heard it.',
      },
      high: { title: 'You are needed now', body: 'Please go at once, then open the page.' },
      other: { title: 'Please come', body: 'You are asked to come when you can.' },
    },
    call: {
      drill: 'This is a drill by Sojourn. Nobody needs you now. Press 1 to say that you heard it.',
      high: 'This is Sojourn. You are needed now. Please go at once. Press 1 to say: I am going.',
      other: 'This is Sojourn. You are asked to come. Press 1 to say: I am going.',
    },
    thanks: {
      going: 'Thank you. It is known that you are going.',
      drill: 'Thank you. The drill was heard.',
      other: 'That was not understood. Press 1 to say that you are going.',
      failed: 'That could not be recorded. Please go all the same, and press 1 once more.',
    },
  },
  es: {
    voice: 'es-MX',
    written: {
      drill: {
        title: 'Esto es una prueba',
        body: 'Nadie le necesita ahora. Abra la página, y confirme que la oyó.',
      },
      high: { title: 'Le necesitan ahora', body: 'Vaya de inmediato, y después abra la página.' },
      other: { title: 'Venga, por favor', body: 'Le piden que venga cuando pueda.' },
    },
    call: {
      drill:
        'Esto es una prueba de Sojourn. Nadie le necesita ahora. Marque 1 para confirmar que la oyó.',
      high: 'Le llama Sojourn. Le necesitan ahora. Vaya de inmediato. Marque 1 para decir: voy.',
      other: 'Le llama Sojourn. Le piden que venga. Marque 1 para decir: voy.',
    },
    thanks: {
      going: 'Gracias. Ya saben que usted va.',
      drill: 'Gracias. La prueba se oyó.',
      other: 'No se entendió. Marque 1 para decir que va.',
      failed: 'No se pudo registrar. Vaya de todos modos, y marque 1 otra vez.',
    },
  },
};

const kindOf = ({ drill, high }: Wanted) => (drill ? 'drill' : high ? 'high' : 'other');

/** In English: the phone's service worker says it in its own language. */
export const pushWords = (wanted: Wanted): Written => SPOKEN.en.written[kindOf(wanted)];

/** @param page where the alert is seen and answered */
export function smsWords(wanted: Wanted, language: Language, page: string): string {
  const { title, body } = SPOKEN[language].written[kindOf(wanted)];
  return `Sojourn: ${title}. ${body} ${page}`;
}

export const callWords = (wanted: Wanted, language: Language): string =>
  SPOKEN[language].call[kindOf(wanted)];

/** After a digit was pressed. */
export const thanksFor = (said: keyof Spoken['thanks'], language: Language): string =>
  SPOKEN[language].thanks[said];

export const voiceOf = (language: Language): Spoken['voice'] => SPOKEN[language].voice;
