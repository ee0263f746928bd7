import type { Command } from '@sojourn/shared/session/command';
import { can } from '@sojourn/shared/session/can';
import type { TherapistView } from '@sojourn/shared/session/view';
import type { Mark } from '@sojourn/shared/session/watch';
import { m } from '../../language/index.ts';

/** An entry of one press, and the key that makes it. */
export interface QuickEntry {
  key: string;
  label: string;
  command: Command;
}

const mark = (key: string, label: string, seen: Mark): QuickEntry => ({
  key,
  label,
  command: { type: 'mark.record', mark: seen },
});

const ENTRIES: readonly QuickEntry[] = [
  { key: 'l', label: m('Look done'), command: { type: 'look.record' } },
  mark('n', m('Nausea'), 'nausea'),
  mark('v', m('Vomiting'), 'vomiting'),
  mark('t', m('Tearful'), 'tearful'),
  mark('g', m('Laughing'), 'laughing'),
  mark('m', m('Moving'), 'moving'),
  mark('k', m('Talking'), 'talking'),
  mark('f', m('Fear'), 'fear'),
];

export const quickEntries = (view: TherapistView, now: number): QuickEntry[] =>
  ENTRIES.filter(({ command }) => can(view, command, now));

/** The entry of a key press; a key in a text, with a modifier or held down is none. */
export function entryOfKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'>,
  inText: boolean,
  entries: readonly QuickEntry[],
): QuickEntry | null {
  if (inText || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return null;
  return entries.find(({ key }) => key === event.key.toLowerCase()) ?? null;
}
