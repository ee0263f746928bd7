import type { RecordedEvent } from './event.ts';
import { Role, THE_ROLE, THE_ROLE_FIRST } from './role.ts';
import { words } from '../words.ts';

/* What the words of all events are made with. */

/** How a timeline draws it. */
export type EventTone =
  | 'dose'
  | 'vitals'
  | 'look'
  | 'alert'
  | 'prompt'
  | 'note'
  | 'phase'
  | 'link'
  | 'paper'
  | 'release';

export interface Said {
  title: string;
  detail: string | null;
  /** The detail is a person's own words, which no language changes. */
  isOwn: boolean;
  /** A moment that the event itself speaks of, ms; `label` stands before it, as in "read at". */
  time: { label: string; at: number } | null;
}

export const said = (
  title: string,
  detail: string | null = null,
  time: Said['time'] = null,
): Said => ({ title, detail, isOwn: false, time });

/** What somebody wrote. */
export const quoted = (title: string, own: string | null): Said => ({
  ...said(title, own),
  isOwn: true,
});

/** Empty where somebody has not given a name yet. */
export type Names = Record<Role, string>;

/** "Robin", or "the client" as long as there is no name. */
export const nameOf = (names: Names, role: Role): string => names[role] || THE_ROLE[role];

/** The same at the start of a sentence. */
export const nameFirst = (names: Names, role: Role): string => names[role] || THE_ROLE_FIRST[role];

/** The names in a record, as people last gave them. */
export function namesIn(record: readonly Pick<RecordedEvent, 'event'>[]): Names {
  const names: Names = { therapist: '', client: '', chaperone: '' };
  for (const { event } of record) {
    if (event.type === 'session.created') {
      for (const role of Role.options) names[role] = event.people[role].name;
    }
    if (event.type === 'lobby.entered') names[event.role] = event.name;
  }
  return names;
}

export const tabletsWords = (tablets: number): string =>
  tablets === 1 ? words('1 tablet') : words('{tablets} tablets', { tablets });
