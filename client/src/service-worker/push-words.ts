/*
 * What a notification says, in the language of this device (LA1). It has words of its own beside the
 * catalogue: the service worker is one small file, and wakes for a message with no page there to ask.
 */

export type Say = (english: string) => string;

/** The server's own words and ours. What is not here is shown as it came. */
const SPANISH: Readonly<Record<string, string>> = {
  'You are needed now': 'Le necesitan ahora',
  'Please go at once, then open the page.': 'Vaya de inmediato, y después abra la página.',
  'Please come': 'Venga, por favor',
  'You are asked to come when you can.': 'Le piden que venga cuando pueda.',
  'This is a drill': 'Esto es una prueba',
  'Nobody needs you now. Open the page, and say that you heard it.':
    'Nadie le necesita ahora. Abra la página, y confirme que la oyó.',
  'You may be needed': 'Puede que le necesiten',
  'Please open the page of the session.': 'Abra la página de la sesión, por favor.',
  Open: 'Abrir',
  "I'm going": 'Voy',
  'Your answer was not sent': 'Su respuesta no se envió',
  'Go all the same. This phone is offline: open the page, or call.':
    'Vaya de todos modos. Este teléfono no tiene conexión: abra la página, o llame.',
};

export const sayIn = (language: string): Say =>
  language === 'es' ? (english) => SPANISH[english] ?? english : (english) => english;

/** What the page left, or else the device's own. */
export const languageFrom = (left: string | null, preferred: readonly string[]): string =>
  left ?? preferred[0]?.toLowerCase().split('-')[0] ?? 'en';
