import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { RaiseKind } from '@sojourn/shared/session/alert';
import type { AlertView } from '@sojourn/shared/session/alert-view';
import type { Role } from '@sojourn/shared/session/role';
import type { SessionView } from '@sojourn/shared/session/view';
import { openHands, type Hands } from './hands.ts';
import { now, type Tell } from './notes.ts';
import type { Place } from './sessions.ts';

/* Three simulated people of one session: they press, answer and resolve, without end. */

export interface RoomOptions {
  url: string;
  place: Place;
  /** 0 to 1, seeded. */
  chance: () => number;
  tell: Tell;
  resend: boolean;
  /** A turn of everybody's: resolves when this room may raise the next alert; told when it is answered. */
  turn(): Promise<() => void>;
  /** ms, the least that the chaperone takes to answer. */
  least: number;
  /** ms, the longest that a chaperone is slow. */
  slowest: number;
}

export interface Room {
  /** From now on nobody raises anything; what is open is answered at once. */
  drain(): void;
  /** True when nothing is unanswered or open any more. */
  isQuiet(): boolean;
  close(): void;
}

const PRESSED: readonly [Role, RaiseKind, number][] = [
  ['client', 'help', 1_500],
  ['therapist', 'go_now', 2_500],
  ['therapist', 'please_come', 20],
];

export function openRoom(options: RoomOptions): Room {
  const { place, chance, tell, turn } = options;
  const { sessionId: session } = place;
  const draining = new AbortController();
  const shown = new Map<string, string>();
  const answering = new Set<string>();
  let unanswered = 0;
  let open: readonly AlertView[] = [];

  const hands = (role: Role, onView?: (view: SessionView) => void): Hands => {
    const { url, resend } = options;
    const cookie = place.cookies[role];
    return openHands({ url, sessionId: session, role, cookie, resend, ...(onView && { onView }) });
  };
  const people: Record<Role, Hands> = {
    client: hands('client'),
    therapist: hands('therapist', resolveAnswered),
    chaperone: hands('chaperone', answerNew),
  };
  /** The client's tablet beside their phone: the same press from both. */
  const second = hands('client');

  const pause = (ms: number) =>
    wait(ms, undefined, { signal: draining.signal }).catch(() => undefined);

  /** Raises one alert, and waits until it is over. */
  async function raise(role: Role, kind: RaiseKind): Promise<void> {
    const id = randomUUID();
    unanswered += 1;
    tell({ t: 'press', at: now(), id, session, role, kind });
    const command = { type: 'alert.raise', kind } as const;
    const way = chance();
    const asked = [people[role].press(command, id)];
    if (role === 'client' && way < 0.1) asked.push(second.press(command, id));
    if (way > 0.97) people[role].reload();
    const reply = await Promise.race(asked);
    if (reply?.ok) tell({ t: 'ack', at: now(), id });
    else if (reply) tell({ t: 'refused', at: now(), id, code: reply.rejection.code });
    await Promise.all(asked);
    unanswered -= 1;
  }

  async function press([role, kind, rest]: (typeof PRESSED)[number]): Promise<void> {
    while (!draining.signal.aborted) {
      await pause(rest * (0.5 + chance()));
      const done = await turn();
      if (draining.signal.aborted) return;
      await raise(role, kind);
      done();
      // Pressed again while nobody has come: it belongs to the same alert (AL5).
      if (chance() < 0.15) await raise(role, kind);
      const isOpen = () => open.some((alert) => alert.kind === kind && alert.raisedBy === role);
      for (let waited = 0; isOpen() && waited < 90_000; waited += 20) await wait(20);
    }
  }

  function answerNew(view: SessionView): void {
    if (view.screen !== 'chaperone') return;
    for (const alert of view.alerts) {
      const { alertId, state, at, repeats } = alert;
      const what = `${state} ${at.raised} ${repeats}`;
      if (shown.get(alertId) !== what) {
        shown.set(alertId, what);
        const raised = at.raised;
        tell({ t: 'shown', at: now(), by: 'view', session, alert: alertId, state, raised });
      }
      if (answering.has(alertId)) continue;
      answering.add(alertId);
      void answer(alert);
    }
    const here = new Set(view.alerts.map(({ alertId }) => alertId));
    for (const alertId of shown.keys()) if (!here.has(alertId)) shown.delete(alertId);
  }

  /** Mostly at once; now and then so late that the ladder climbs, or going without arriving. */
  async function answer({ alertId, kind }: AlertView): Promise<void> {
    const { least, slowest } = options;
    const { press } = people.chaperone;
    const how = chance();
    if (kind === 'look_due' || kind === 'look_missed') {
      await press({ type: 'check.report', finding: 'ok' });
    }
    await pause(least + 30 * chance());
    if (how > 0.99) await pause(slowest * chance());
    else if (how > 0.96) await pause(Math.min(slowest, 14_000) * (0.7 + 0.3 * chance()));
    else if (how > 0.8) {
      await press({ type: 'alert.seen', alertId });
      await press({ type: 'alert.going', alertId });
      await pause(how > 0.955 ? slowest : 400 * chance());
    }
    const reply = await press({ type: 'alert.with_client', alertId });
    if (!reply?.ok) answering.delete(alertId);
  }

  function resolveAnswered(view: SessionView): void {
    if (view.screen !== 'therapist') return;
    open = view.alerts.filter(({ state }) => state !== 'resolved');
    for (const { alertId, state } of open) {
      const key = `resolve ${alertId}`;
      if (state !== 'with_client' || answering.has(key)) continue;
      answering.add(key);
      void people.therapist
        .press({ type: 'alert.resolve', alertId })
        .then((reply) => reply?.ok || answering.delete(key));
    }
  }

  for (const each of PRESSED) void press(each);
  return {
    drain: () => draining.abort(),
    isQuiet: () =>
      unanswered === 0 &&
      open.length === 0 &&
      Object.values(people).every((each) => each.isConnected()),
    close() {
      for (const each of [...Object.values(people), second]) each.close();
    },
  };
}
