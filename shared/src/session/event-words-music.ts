import { unreachable } from '../result.ts';
import { nameFirst, said, type Names, type Said } from './event-words-parts.ts';
import { words } from '../words.ts';
import { LOUDEST, type MusicEvent, type MusicProposal, type MusicSource } from './music.ts';

const MUSIC_WORDS: Record<MusicSource, string> = {
  own: words('their own music'),
  drone: words('the long tone'),
  rain: words('rain'),
  ocean: words('the sea'),
};
const PROPOSAL_WORDS: Record<MusicProposal, string> = {
  ...MUSIC_WORDS,
  softer: words('softer music'),
  louder: words('louder music'),
  fade_out: words('letting the music fade'),
};

export function musicWords(event: MusicEvent, names: Names): Said {
  const who = nameFirst(names, 'client');
  switch (event.type) {
    case 'music.proposed':
      return said(words('Music proposed: {music}', { music: PROPOSAL_WORDS[event.what] }));
    case 'music.withdrawn':
      return said(words('Music proposal taken back'));
    case 'music.answered':
      return said(
        event.accepted
          ? words('{who} takes up {music}', { who, music: PROPOSAL_WORDS[event.what] })
          : words('{who} leaves the music as it is', { who }),
      );
    case 'music.reported':
      return event.source === null
        ? said(words('No music plays'))
        : said(
            words('Music: {music}', { music: MUSIC_WORDS[event.source] }),
            words('volume {volume} of {loudest}', { volume: event.volume, loudest: LOUDEST }),
          );
    default:
      return unreachable(event);
  }
}
