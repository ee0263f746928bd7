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

export const pushWords = ({ drill, high }: Wanted): { title: string; body: string } =>
  drill
    ? {
        title: 'This is a drill',
        body: 'Nobody needs you now. Open the page, and say that you heard it.',
      }
    : high
      ? { title: 'You are needed now', body: 'Please go at once, then open the page.' }
      : { title: 'Please come', body: 'You are asked to come when you can.' };

export const smsWords = (wanted: Wanted, page: string): string => {
  const { title, body } = pushWords(wanted);
  return `Sojourn: ${title}. ${body} ${page}`;
};

/** Spoken twice: the first words of a call are often missed. */
export const spokenWords = ({ drill, high }: Wanted): string => {
  if (drill)
    return 'This is a drill by Sojourn. Nobody needs you now. Press 1 to say that you heard it.';
  const what = high ? 'You are needed now. Please go at once.' : 'You are asked to come.';
  return `This is Sojourn. ${what} Press 1 to say: I am going.`;
};

export const SPOKEN_THANKS = {
  going: 'Thank you. It is known that you are going.',
  drill: 'Thank you. The drill was heard.',
  other: 'That was not understood. Press 1 to say that you are going.',
} as const;
