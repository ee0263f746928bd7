import type { PaceKind } from '@sojourn/shared/session/pace';
import type { ClientView } from '@sojourn/shared/session/view';
import { useServerNow } from '../../connection/use-clock.ts';
import { useSession } from '../../connection/use-session.ts';
import styles from './grounding.module.css';
import { paceNote } from './pace-note-model.ts';

/** One quiet line: it is on the therapist's screen, it was seen, or it has not gone out yet. */
export function PaceNote({ view, unsent }: { view: ClientView; unsent: PaceKind | null }) {
  const pending = useSession('pending');
  const link = useSession('link');
  const words = paceNote({
    pace: view.pace,
    pending,
    connected: link === 'connected',
    therapist: view.people.therapist.name,
    keptAt: view.prompt?.state === 'kept' ? view.prompt.answeredAt : null,
    now: useServerNow(),
    unsent,
  });
  return (
    <p className={styles.calmNote} role="status">
      {words}
    </p>
  );
}
