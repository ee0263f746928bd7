import type { PaceKind } from '@sojourn/shared/session/pace';
import { useServerNow } from '../../connection/use-clock.ts';
import { useKept } from '../../connection/use-kept.ts';
import { useSession } from '../../connection/use-session.ts';
import styles from './grounding.module.css';
import { paceNote } from './pace-note-model.ts';

/** One quiet line: it is on the therapist's screen, it was seen, or it has not gone out yet. */
export function PaceNote({ unsent }: { unsent: PaceKind | null }) {
  const view = useSession('view');
  const room = view?.screen === 'client' ? view : null;
  const kept = useKept();
  const pending = useSession('pending');
  const link = useSession('link');
  const words = paceNote({
    pace: room?.pace ?? [],
    pending,
    connected: link === 'connected',
    therapist: (room ?? kept)?.people.therapist.name ?? '',
    keptAt: room?.prompt?.state === 'kept' ? room.prompt.answeredAt : null,
    now: useServerNow(),
    unsent,
  });
  return (
    <p className={styles.calmNote} role="status">
      {words}
    </p>
  );
}
