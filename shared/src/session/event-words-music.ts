import { unreachable } from '../result.ts';
import { nameFirst, said, type Names, type Said } from './event-words-parts.ts';
import { LOUDEST, type MusicEvent, type MusicProposal, type MusicSource } from './music.ts';

export const MUSIC_WORDS: Record<MusicSource, string> = {
  own: 'their own music',
  drone: 'the long tone',
  rain: 'rain',
  ocean: 'the sea',
};
const PROPOSAL_WORDS: Record<MusicProposal, string> = {
  ...MUSIC_WORDS,
  softer: 'softer music',
  louder: 'louder music',
  fade_out: 'letting the music fade',
};

export function musicWords(event: MusicEvent, names: Names): Said {
  const client = nameFirst(names, 'client');
  switch (event.type) {
    case 'music.proposed':
      return said(`Music proposed: ${PROPOSAL_WORDS[event.what]}`);
    case 'music.withdrawn':
      return said('Music proposal taken back');
    case 'music.answered':
      return said(
        event.accepted
          ? `${client} takes up ${PROPOSAL_WORDS[event.what]}`
          : `${client} leaves the music as it is`,
      );
    case 'music.reported':
      return event.source === null
        ? said('No music plays')
        : said(`Music: ${MUSIC_WORDS[event.source]}`, `volume ${event.volume} of ${LOUDEST}`);
    default:
      return unreachable(event);
  }
}
