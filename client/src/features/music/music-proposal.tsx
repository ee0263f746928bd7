import { useConnection, useSession } from '../../connection/use-session.ts';
import { t } from '../../language/index.ts';
import { Button } from '../../ui/index.ts';
import { useMusic, usePlayer } from './music-context.ts';
import { proposalName } from './music-model.ts';
import styles from './music.module.css';

/** What the therapist would have played: it stands there quietly, and may be left standing (MU1, DO4). */
export function MusicProposal() {
  const connection = useConnection();
  const player = usePlayer();
  const { songs } = useMusic();
  const view = useSession('view');
  const proposal = view?.screen === 'client' ? view.musicProposal : null;
  if (!proposal || view?.screen !== 'client') return null;
  const { proposalId, what } = proposal;
  const answer = (accepted: boolean) => {
    if (accepted) player.do(what);
    void connection.send({ type: 'music.answer', proposalId, accepted });
  };
  const possible = what !== 'own' || songs.length > 0;
  return (
    <section className={styles.proposal} aria-label={t('Music proposal')}>
      <p role="status" className={styles.words}>
        {t('{therapist} would offer:', {
          therapist: view.people.therapist.name || t('Your therapist'),
        })}
      </p>
      {possible && (
        <Button size="client" wide onPress={() => answer(true)}>
          {proposalName(what)}
        </Button>
      )}
      <Button size="client" variant="plain" wide onPress={() => answer(false)}>
        {t('Leave it')}
      </Button>
    </section>
  );
}
