import type { SessionSummary } from '@sojourn/shared/http/api';
import { isOver, phaseTitle, type Phase } from '@sojourn/shared/session/phase';
import type { Tone } from '../../ui/index.ts';
import { t, told } from '../../language/index.ts';

/** What is open, the next one first; what is over, the last one first. */
export function sorted(sessions: readonly SessionSummary[]): {
  open: SessionSummary[];
  over: SessionSummary[];
} {
  const byTime = sessions.toSorted((a, b) => a.scheduledAt - b.scheduledAt);
  return {
    open: byTime.filter(({ phase }) => !isOver(phase)),
    over: byTime.filter(({ phase }) => isOver(phase)).toReversed(),
  };
}

/** Where a session stands, in the list. */
export function standing(phase: Phase): { words: string; tone: Tone } {
  if (phase === 'arrival') return { words: t('Not begun'), tone: 'waiting' };
  if (phase === 'closed') return { words: t('Closed'), tone: 'ok' };
  if (phase === 'cancelled') return { words: t('Stopped'), tone: 'waiting' };
  return { words: told(phaseTitle(phase)), tone: 'accent' };
}
