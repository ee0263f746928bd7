import { useKept } from '../../connection/use-kept.ts';
import { useSession } from '../../connection/use-session.ts';
import type { WhereFacts } from './face-model.ts';

/** From the view, or from what this browser keeps when it has none (GR4, GR6). */
export function useClientFacts(): WhereFacts {
  const { view } = useSession();
  const kept = useKept();
  if (view?.screen === 'client') {
    const { chaperone } = view.people;
    return {
      t0: view.t0,
      place: view.grounding.place,
      chaperone: chaperone.admission === 'admitted' ? chaperone.name || null : null,
    };
  }
  return { t0: kept?.t0 ?? null, place: null, chaperone: kept?.people.chaperone.name || null };
}
