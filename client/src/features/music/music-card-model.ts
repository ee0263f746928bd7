import { LOUDEST, type Music } from '@sojourn/shared/session/music';
import { t } from '../../language/index.ts';
import { proposalName, sourceName } from './music-model.ts';

/** What the therapist reads of the client's music (MU2). */
export function playingWords({ playing }: Music): string {
  if (playing === null || playing.source === null) return t('No music plays.');
  return t('{music} · volume {volume} of {loudest}', {
    music: playing.source === 'own' ? t('Their own music') : sourceName(playing.source),
    volume: playing.volume,
    loudest: LOUDEST,
  });
}

/** What became of the last proposal; null before the first. */
export function answerWords({ proposal, answer }: Music, client: string): string | null {
  if (proposal) return t('On their screen: {music}', { music: proposedName(proposal.what) });
  if (!answer) return null;
  const music = proposedName(answer.what);
  return answer.accepted
    ? t('{client} took it up: {music}', { client, music })
    : t('{client} left it: {music}', { client, music });
}

/** The therapist's name for it: the client's “My music” is theirs. */
export const proposedName = (what: Parameters<typeof proposalName>[0]): string =>
  what === 'own' ? t('Their own music') : proposalName(what);
