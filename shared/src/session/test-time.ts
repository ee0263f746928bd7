import { everybodyIn, type TestSession } from './test-session.ts';
import { timersOf } from './timer.ts';

/* Test support: a dosed session, and what the server does by itself as time passes. */

export const dosed = () => everybodyIn().goTo('journey');
export const kinds = ({ state }: TestSession) =>
  state.alerts.map(({ kind, priority, state: reached }) => [kind, priority, reached]);

/** All that is due by then, in its order, as the server does it. */
export function passTo(session: TestSession, until: number): void {
  for (;;) {
    const due = timersOf(session.state)
      .filter(({ at }) => at <= until)
      .toSorted((a, b) => a.at - b.at)[0];
    if (!due) break;
    session.now = Math.max(session.now, due.at);
    session.write('system', null, due.fire(session.now));
  }
  session.now = until;
}
