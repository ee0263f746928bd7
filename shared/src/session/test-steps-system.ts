import fc from 'fast-check';
import { testFacts } from '../care/test-care.ts';
import { Answerer } from './alert.ts';
import type { SystemCommand } from './command.ts';
import { DeliveryState } from './delivery.ts';
import { GuestRole } from './role.ts';
import type { SessionState } from './state.ts';
import { BEGAN, ROLES } from './test-session.ts';

/* Test support: what the server may notice by itself, at any time. */

export interface SystemStep {
  by: 'system';
  command: (state: SessionState, now: number) => SystemCommand;
}

/** Picks one of what is there; now and then something that is not. */
export const pick = fc.nat(6);
export const at = (ids: readonly string[], place: number) => ids.at(-1 - place) ?? 'nothing';
export const alertId = (s: SessionState, place: number) =>
  at(
    s.alerts.map((a) => a.alertId),
    place,
  );

const guest = fc.constantFrom(...GuestRole.options);
const facts = testFacts(BEGAN);
const news = fc.constantFrom(
  facts,
  { ...facts, stopped: true },
  { ...facts, orders: [] },
  { ...facts, screening: null },
  { ...facts, policy: { ...facts.policy, licensedStates: ['UT' as const] } },
);

export const noticed: fc.Arbitrary<SystemStep> = fc.oneof(
  fc.constant<SystemStep>({ by: 'system', command: () => ({ type: 'presence.reset' }) }),
  news.map((care): SystemStep => ({ by: 'system', command: () => ({ type: 'care.note', care }) })),
  fc.tuple(guest, fc.nat(3)).map(([role, n]): SystemStep => ({
    by: 'system',
    command: () => ({ type: 'device.ask', role, requestId: `d${n}` }),
  })),
  fc
    .tuple(
      fc.constantFrom('presence.connect' as const, 'presence.disconnect' as const),
      fc.constantFrom(...ROLES),
      fc.constantFrom('1', '2'),
    )
    .map(([type, role, n]): SystemStep => ({
      by: 'system',
      command: () => ({ type, role, connectionId: `${role}-${n}` }),
    })),
  // The time of some timers has come, or they are looked at too early, or there are none.
  fc.constant<SystemStep>({ by: 'system', command: () => ({ type: 'timers.fire' }) }),
  fc.tuple(fc.constantFrom(...ROLES), fc.boolean()).map(([role, yes]): SystemStep => ({
    by: 'system',
    command: () => ({ type: 'pulse.note', role, alive: yes }),
  })),
  fc.tuple(fc.constantFrom(...ROLES), fc.boolean()).map(([role, yes]): SystemStep => ({
    by: 'system',
    command: () => ({ type: 'media.note', role, there: yes }),
  })),
  fc.tuple(fc.boolean(), fc.nat(1)).map(([on, count]): SystemStep => ({
    by: 'system',
    command: () =>
      count === 0
        ? { type: 'channels.note', channels: { push: on, sms: on, call: !on } }
        : { type: 'pushes.note', count },
  })),
  fc.tuple(fc.constantFrom(...DeliveryState.options), pick).map(([state, place]): SystemStep => ({
    by: 'system',
    command: (s) => ({
      type: 'delivery.note',
      deliveryId: at(
        s.deliveries.map((d) => d.deliveryId),
        place,
      ),
      state,
      fault: state === 'failed' ? 'busy' : null,
    }),
  })),
  fc.tuple(fc.constantFrom(...Answerer.options), pick).map(([by, place]): SystemStep => ({
    by: 'system',
    command: (s) => ({ type: 'alert.answer', alertId: alertId(s, place), by }),
  })),
);
