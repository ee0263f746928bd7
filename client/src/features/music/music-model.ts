import { LOUDEST, type MusicProposal, type MusicSource } from '@sojourn/shared/session/music';
import { unreachable } from '@sojourn/shared/result';
import { m, t } from '../../language/index.ts';

/** One of the client's own files. Its name stays on the device (MU2). */
export interface Song {
  songId: string;
  name: string;
  file: Blob;
  /** Still there on the next visit. */
  kept: boolean;
}

/**
 * cannot_make: no Web Audio · not_music, damaged: a file · no_room, not_kept: it plays for now only ·
 * none_plays: not one of the own files can be played.
 */
export type MusicTrouble =
  | { what: 'cannot_make' | 'none_plays' }
  | { what: 'not_music' | 'damaged' | 'no_room' | 'not_kept'; name: string };

export function troubleWords(trouble: MusicTrouble): string {
  switch (trouble.what) {
    case 'cannot_make':
      return t('This browser cannot make these sounds. Your own music plays.');
    case 'none_plays':
      return t('None of your own music can be played here.');
    case 'not_music':
      return t('“{name}” is no music file.', { name: trouble.name });
    case 'damaged':
      return t('“{name}” cannot be played. The file may be damaged.', { name: trouble.name });
    case 'no_room':
      return t('This device has no room left for “{name}”. It plays until you close this page.', {
        name: trouble.name,
      });
    case 'not_kept':
      return t('This browser keeps nothing: “{name}” plays until you close this page.', {
        name: trouble.name,
      });
    default:
      return unreachable(trouble);
  }
}

const NAMES: Record<MusicSource, string> = {
  own: m('My music'),
  drone: m('A long tone'),
  rain: m('Rain'),
  ocean: m('The sea'),
};
export const sourceName = (source: MusicSource): string => t(NAMES[source]);

const PROPOSALS: Record<MusicProposal, string> = {
  ...NAMES,
  softer: m('Softer'),
  louder: m('Louder'),
  fade_out: m('Fade out'),
};
/** What a tap on it does, for the client and for the therapist alike. */
export const proposalName = (what: MusicProposal): string => t(PROPOSALS[what]);

/** Gains of the steps: each is heard as one step. */
const GAINS = [0.05, 0.12, 0.26, 0.5, 1] as const;
export const gainOf = (volume: number): number => GAINS[volumeOf(volume) - 1] ?? 1;
export const volumeOf = (volume: number): number =>
  Math.min(LOUDEST, Math.max(1, Math.round(volume)));

const EXTENSIONS = /\.(mp3|m4a|m4b|aac|ogg|oga|opus|wav|flac|weba|webm)$/i;

/** By what it says of itself: whether it really plays is tried. */
export const mayBeMusic = ({ name, type }: { name: string; type: string }): boolean =>
  type.startsWith('audio/') ||
  ((type === '' || /^(video|application)\//.test(type)) && EXTENSIONS.test(name));

/** The song after one that ended or cannot be played; null when none is left that might. */
export function nextSong(count: number, at: number, failed: number): number | null {
  return count === 0 || failed >= count ? null : (at + 1) % count;
}
