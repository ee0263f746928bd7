import type { PaceKind, PaceSignal } from '@sojourn/shared/session/pace';
import type { PendingCommand } from '../../connection/session-store.ts';
import { t } from '../../language/index.ts';
import { PACE_SEEN, PACE_TITLES } from './kind-words.ts';

/** For how long it is said that something was seen, ms. */
const SAID_FOR = 60_000;

interface NoteFacts {
  pace: readonly PaceSignal[];
  pending: readonly PendingCommand[];
  connected: boolean;
  therapist: string;
  /** What is on the screen, when it was kept; null: it was not. Server's clock, ms. */
  keptAt: number | null;
  /** Server's clock, ms. */
  now: number;
  /** The last wish that could not be sent, and was given up; null: none. */
  unsent: PaceKind | null;
}

/** What the client reads, quietly, of the last thing that they said (GR11). Null: nothing to say. */
export function paceNote(facts: NoteFacts): string | null {
  const { pace, pending, connected, therapist, keptAt, now, unsent } = facts;
  const name = therapist || t('Your therapist');
  const waiting = pending.flatMap(({ command }) => kindOf(command) ?? []).at(-1);
  if (waiting !== undefined && !connected) {
    return t('“{what}” is kept, and goes out when the line is back.', {
      what: t(PACE_TITLES[waiting]),
    });
  }
  if (unsent !== null) {
    return t('“{what}” was not sent. Press it again, or press Help.', {
      what: t(PACE_TITLES[unsent]),
    });
  }
  const last = pace.toSorted((a, b) => latest(a) - latest(b)).at(-1);
  if (keptAt !== null && now - keptAt < SAID_FOR && !(last && latest(last) > keptAt)) {
    return t('It stays as long as you like.');
  }
  if (!last) return null;
  if (last.answeredAt !== null) {
    return now - last.answeredAt < SAID_FOR ? t(PACE_SEEN[last.kind], { name }) : null;
  }
  return t('{name} has your message.', { name });
}

const latest = ({ lastAt, answeredAt }: PaceSignal): number => Math.max(lastAt, answeredAt ?? 0);

function kindOf(command: PendingCommand['command']): PaceKind | null {
  if (command.type === 'pace.signal') return command.kind;
  if (command.type !== 'prompt.respond' || command.response === 'keep') return null;
  return command.response;
}
