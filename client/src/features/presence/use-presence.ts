import { useLocalNow } from '../../connection/use-clock.ts';
import { useSession, useView } from '../../connection/use-session.ts';
import { presenceLines, type PresenceLine } from './presence-model.ts';

/** Whether each person's device is there, as the therapist's page knows it now. */
export function usePresence(): PresenceLine[] {
  const view = useView('therapist');
  const now = useLocalNow();
  const facts = {
    link: useSession('link'),
    linkSince: useSession('linkSince'),
    signals: useSession('signals'),
    clockOffset: useSession('clockOffset'),
  };
  return presenceLines(view, facts, now);
}
