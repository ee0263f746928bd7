import type { SessionKind } from '@sojourn/shared/session/phase';

export const KIND_WORDS: Record<SessionKind, { title: string; description: string }> = {
  consultation: { title: 'Consultation', description: 'A first conversation' },
  preparation: { title: 'Preparation', description: 'Getting to know each other; no medicine' },
  dosing: { title: 'Dosing', description: 'Medicine at home, with a chaperone near by' },
  integration: { title: 'Integration', description: 'Making sense of it; no medicine' },
};

export const timeWords = (at: number): string =>
  new Date(at).toLocaleString(undefined, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });

/** A time for `<input type="datetime-local">`, in this browser's zone. */
export function toLocalInput(at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** ms since the epoch, or NaN when the field is empty or half filled. */
export const fromLocalInput = (text: string): number => new Date(text).getTime();
