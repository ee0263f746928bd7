import type { ClientPapers } from '@sojourn/shared/session/view';
import { useServerNow } from '../../connection/use-clock.ts';
import { useSession } from '../../connection/use-session.ts';
import { isAhead, openSections, papersOf, sections, type Section } from './papers-model.ts';

export interface PapersState {
  papers: ClientPapers;
  /** ms since the epoch, server's clock. */
  now: number;
  sections: Section[];
  /** How many sections still wait for an answer. */
  open: number;
}

/** Null where nothing is asked: after T0, and of anybody but the client. */
export function usePapers(): PapersState | null {
  const view = useSession('view');
  const now = useServerNow();
  const papers = papersOf(view);
  if (!view || !papers) return null;
  const all = sections(papers, view.kind, now, isAhead(view, now));
  return { papers, now, sections: all, open: openSections(all).length };
}
