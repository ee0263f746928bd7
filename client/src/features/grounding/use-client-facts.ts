import { useKept } from '../../connection/use-kept.ts';
import { useSession } from '../../connection/use-session.ts';
import type { WhereFacts } from './face-model.ts';

/** From the view, or from what this browser keeps when it has none (GR4, GR6). */
export function useClientFacts(): WhereFacts {
  const view = useSession('view');
  const kept = useKept();
  const place = kept?.own?.place ?? null;
  if (view?.screen === 'client') {
    const { chaperone } = view.people;
    const isIn = chaperone.admission === 'admitted';
    return { t0: view.t0, place, chaperone: isIn ? chaperone.name || null : null };
  }
  return { t0: kept?.t0 ?? null, place, chaperone: kept?.people.chaperone.name || null };
}
