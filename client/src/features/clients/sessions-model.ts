import type { CareSession } from '@sojourn/shared/care/state';
import { dayWords } from '../../connection/dates.ts';
import type { Tone } from '../../ui/index.ts';
import { m, t } from '../../language/index.ts';

/** What is open, the next one first; then what is over, the last one first. */
export const sortedSessions = (sessions: readonly CareSession[]): CareSession[] => {
  const byTime = sessions.toSorted((a, b) => a.scheduledAt - b.scheduledAt);
  const isOpen = ({ outcome }: CareSession) => outcome === 'open';
  return [...byTime.filter(isOpen), ...byTime.filter((s) => !isOpen(s)).toReversed()];
};

export const OUTCOME_WORDS: Record<CareSession['outcome'], { words: string; tone: Tone }> = {
  open: { words: m('Open'), tone: 'accent' },
  closed: { words: m('Closed'), tone: 'ok' },
  cancelled: { words: m('Stopped'), tone: 'waiting' },
};

/** Where the follow-up of a session stands; null for sessions that have none. */
export function followUpWords({ kind, outcome, followUp }: CareSession): string | null {
  if (kind !== 'dosing' || outcome !== 'closed') return null;
  return followUp === null
    ? t('Not followed up yet')
    : t('Followed up on {day}: {words}', { day: dayWords(followUp.at), words: followUp.words });
}
