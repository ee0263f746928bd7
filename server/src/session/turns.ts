/** Presses of one session that may wait at once: far above three people's hands. */
const MOST_WAITING = 50;
/** ms that a press may wait; then its person learns that nothing was done. */
const LONGEST_WAIT = 3_000;
/** Alerts that go before the others in a row: whoever presses Help without end stops nobody's presence. */
const ALERTS_IN_A_ROW = 4;

/** What cannot wait goes first; what the server itself notices is never refused. */
export type Urgency = 'alert' | 'system' | 'press';

/** One at a time for each key, so that nobody holds more than one of the database's connections. */
export interface Turns {
  /** What `work` gives when its turn has come; null when too many wait before this press. */
  take<T>(key: string, urgency: Urgency, work: () => Promise<T>): Promise<T | null>;
}

interface Waiting {
  urgency: Urgency;
  since: number;
  /** @param late it has waited too long to be worth doing */
  begin(late: boolean): Promise<void>;
}

interface Line {
  alerts: Waiting[];
  others: Waiting[];
  alertsInARow: number;
}

/** @param clock ms, of any beginning */
export function createTurns(clock: () => number = () => performance.now()): Turns {
  const lines = new Map<string, Line>();

  async function serve(key: string, line: Line): Promise<void> {
    for (let next = nextOf(line); next; next = nextOf(line)) {
      await next.begin(next.urgency === 'press' && clock() - next.since > LONGEST_WAIT);
    }
    lines.delete(key);
  }

  return {
    take: (key, urgency, work) =>
      new Promise((resolve, reject) => {
        const known = lines.get(key);
        const line = known ?? { alerts: [], others: [], alertsInARow: 0 };
        const presses = line.others.filter((waiting) => waiting.urgency === 'press');
        if (urgency === 'press' && presses.length >= MOST_WAITING) return resolve(null);
        (urgency === 'alert' ? line.alerts : line.others).push({
          urgency,
          since: clock(),
          begin: (late) => (late ? Promise.resolve(null) : work()).then(resolve, reject),
        });
        if (known) return;
        lines.set(key, line);
        void serve(key, line);
      }),
  };
}

function nextOf(line: Line): Waiting | undefined {
  const alert = line.alertsInARow < ALERTS_IN_A_ROW || line.others.length === 0;
  line.alertsInARow = alert && line.alerts.length > 0 ? line.alertsInARow + 1 : 0;
  return (alert ? line.alerts.shift() : undefined) ?? line.others.shift();
}
