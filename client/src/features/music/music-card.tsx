import { can } from '@sojourn/shared/session/can';
import { MusicProposal as Proposal } from '@sojourn/shared/session/music';
import { useServerNow } from '../../connection/use-clock.ts';
import { usePress } from '../../connection/use-press.ts';
import { useView } from '../../connection/use-session.ts';
import { t, told } from '../../language/index.ts';
import { Button, Card, Notice, Row, Stack } from '../../ui/index.ts';
import { answerWords, playingWords, proposedName } from './music-card-model.ts';
import styles from './music.module.css';

/** The therapist's side: what plays at the client's, and what they would offer. */
export function MusicCard() {
  const view = useView('therapist');
  const now = useServerNow();
  const { press, refused } = usePress();
  const { music, people } = view;
  const { proposal } = music;
  const answer = answerWords(music, people.client.name || t('The client'));
  return (
    <Card title={t('Music')} data-music-card>
      <Stack gap={3}>
        <p role="status">{playingWords(music)}</p>
        {answer && (
          <Row justify="between">
            <span className={styles.quiet}>{answer}</span>
            {proposal && (
              <Button
                variant="plain"
                flush="end"
                onPress={() =>
                  void press({ type: 'music.withdraw', proposalId: proposal.proposalId })
                }
              >
                {t('Take the proposal back')}
              </Button>
            )}
          </Row>
        )}
        {refused && <Notice tone="lost">{told(refused.message)}</Notice>}
        <div className={styles.proposals} role="group" aria-label={t('Offer music')}>
          {Proposal.options.map((what) => (
            <Button
              key={what}
              disabled={!can(view, { type: 'music.propose', what }, now)}
              onPress={() => void press({ type: 'music.propose', what })}
            >
              {proposedName(what)}
            </Button>
          ))}
        </div>
      </Stack>
    </Card>
  );
}
