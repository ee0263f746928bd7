import type { ClientSummary } from '@sojourn/shared/http/care-api';
import { timeWords } from '../../connection/dates.ts';
import type { Tone } from '../../ui/index.ts';
import { STEP_TITLES } from './course-model.ts';
import { t } from '../../language/index.ts';

/** The next session first; then who has none; whoever stopped, last. */
export const sortedClients = (clients: readonly ClientSummary[]): ClientSummary[] => {
  const order = ({ stopped, nextSessionAt }: ClientSummary) =>
    nextSessionAt ?? (stopped ? Infinity : Number.MAX_SAFE_INTEGER);
  return clients.toSorted((a, b) => order(a) - order(b));
};

/** Where a client is in the course of care. */
export const stepStanding = ({ step, stopped }: ClientSummary): { words: string; tone: Tone } =>
  stopped
    ? { words: t('Course stopped'), tone: 'waiting' }
    : { words: t(STEP_TITLES[step]), tone: 'accent' };

/** When the next session is. @param now ms since the epoch */
export function nextWords({ nextSessionAt }: ClientSummary, now: number): string {
  if (nextSessionAt === null) return t('No session planned');
  const time = timeWords(nextSessionAt, now);
  return nextSessionAt < now ? t('{time}, still open', { time }) : time;
}
