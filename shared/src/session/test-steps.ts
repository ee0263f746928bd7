import fc from 'fast-check';
import type { Command, SystemCommand } from './command.ts';
import { nextPhase, Phase } from './phase.ts';
import { ALONE_PROMPTS, PROMPTS } from './prompt-library.ts';
import type { GuestRole } from './role.ts';
import type { SessionState } from './state.ts';
import { ROLES } from './test-session.ts';

/* Test support: any command of anybody, made concrete when the state that it speaks of is known. */

type Role = (typeof ROLES)[number];
export type Step =
  | { by: Role; command: (state: SessionState) => Command }
  | { by: 'system'; command: (state: SessionState) => SystemCommand };

const role = fc.constantFrom(...ROLES);
const guest = fc.constantFrom<GuestRole>('client', 'chaperone');
/** Picks one of what is there; now and then something that is not. */
const pick = fc.nat(6);
const idOf = (ids: readonly string[], at: number) => ids.at(-1 - at) ?? 'nothing';
const alertId = (state: SessionState, at: number) =>
  idOf(
    state.alerts.map((a) => a.alertId),
    at,
  );
const offerId = (state: SessionState, at: number) =>
  idOf(
    state.prompts.map((p) => p.offerId),
    at,
  );

const person = (command: fc.Arbitrary<(state: SessionState) => Command>): fc.Arbitrary<Step> =>
  fc.record({ by: role, command });

/** What a session needs to get anywhere, by the role that may. */
const onward: fc.Arbitrary<Step> = fc.oneof(
  fc.constant<Step>({
    by: 'therapist',
    command: (s) => ({
      type: 'phase.advance',
      to: nextPhase(s.kind, s.phase) ?? 'closed',
      expectedRevision: s.revision,
    }),
  }),
  fc.constant<Step>({
    by: 'therapist',
    command: (s) => ({ type: 'dose.start', expectedRevision: s.revision }),
  }),
  fc.constant<Step>({ by: 'client', command: () => ({ type: 'dose.ready' }) }),
  guest.map((by): Step => ({ by, command: () => ({ type: 'lobby.enter', name: 'Alex' }) })),
  guest.map((r): Step => ({
    by: 'therapist',
    command: () => ({ type: 'participant.admit', role: r }),
  })),
  role.map((r): Step => ({
    by: 'system',
    command: () => ({ type: 'presence.connect', role: r, connectionId: `${r}-1` }),
  })),
  pick.map((at): Step => ({
    by: 'chaperone',
    command: (s) => ({ type: 'alert.with_client', alertId: alertId(s, at) }),
  })),
  pick.map((at): Step => ({
    by: 'therapist',
    command: (s) => ({ type: 'alert.resolve', alertId: alertId(s, at) }),
  })),
);

const pressed: fc.Arbitrary<Step> = fc.oneof(
  person(fc.constantFrom((): Command => ({ type: 'lobby.enter', name: 'Alex', phone: '12345' }))),
  person(guest.map((r) => () => ({ type: 'participant.admit', role: r }))),
  person(guest.map((r) => () => ({ type: 'participant.decline', role: r }))),
  person(
    fc
      .tuple(fc.constantFrom('device.allow' as const, 'device.refuse' as const), pick)
      .map(([type, at]) => (s) => ({
        type,
        requestId: idOf(
          s.devices.map((d) => d.requestId),
          at,
        ),
      })),
  ),
  person(
    fc.tuple(fc.constantFrom(...Phase.options), pick).map(([to, behind]) => (s) => ({
      type: 'phase.advance',
      to,
      expectedRevision: Math.max(0, s.revision - behind),
    })),
  ),
  person(
    pick.map((behind) => (s) => ({
      type: 'dose.start',
      expectedRevision: Math.max(0, s.revision - behind),
    })),
  ),
  person(
    fc
      .constantFrom('dose.withdraw' as const, 'dose.ready' as const, 'dose.not_ready' as const)
      .map((type) => () => ({ type })),
  ),
  person(
    fc
      .tuple(
        fc.constantFrom('prompt.offer' as const, 'prompt.open' as const),
        fc.constantFrom('nothing', ...[...PROMPTS, ...ALONE_PROMPTS].map((p) => p.promptId)),
      )
      .map(([type, promptId]) => () => ({ type, promptId })),
  ),
  person(
    fc
      .tuple(fc.constantFrom('prompt.withdraw' as const, 'prompt.shown' as const), pick)
      .map(([type, at]) => (s) => ({ type, offerId: offerId(s, at) })),
  ),
  person(
    fc
      .tuple(fc.constantFrom('keep' as const, 'slower' as const, 'another_time' as const), pick)
      .map(([response, at]) => (s) => ({
        type: 'prompt.respond',
        offerId: offerId(s, at),
        response,
      })),
  ),
  person(
    fc
      .constantFrom('help' as const, 'go_now' as const, 'please_come' as const)
      .map((kind) => () => ({ type: 'alert.raise', kind })),
  ),
  person(
    fc
      .tuple(
        fc.constantFrom(
          'alert.seen' as const,
          'alert.going' as const,
          'alert.with_client' as const,
          'alert.resolve' as const,
        ),
        pick,
      )
      .map(([type, at]) => (s) => ({ type, alertId: alertId(s, at) })),
  ),
);

const noticed: fc.Arbitrary<Step> = fc
  .tuple(role, fc.constantFrom('1', '2'), guest, fc.nat(3), fc.nat(9))
  .map(([r, n, g, request, which]): Step => {
    const connectionId = `${r}-${n}`;
    if (which === 0) return { by: 'system', command: () => ({ type: 'presence.reset' }) };
    if (which < 3)
      return {
        by: 'system',
        command: () => ({ type: 'device.ask', role: g, requestId: `d${request}` }),
      };
    const type = which < 6 ? 'presence.disconnect' : 'presence.connect';
    return { by: 'system', command: () => ({ type, role: r, connectionId }) };
  });

const stop = person(
  fc.constantFrom((): Command => ({ type: 'session.cancel', reason: 'Not today' })),
);

/** Mostly onward, so that runs reach the end; the rest is anything from anybody. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: onward, weight: 120 },
  { arbitrary: pressed, weight: 80 },
  { arbitrary: noticed, weight: 20 },
  { arbitrary: stop, weight: 1 },
);
export const anySteps: fc.Arbitrary<Step[]> = fc.array(anyStep, {
  minLength: 20,
  maxLength: 150,
  size: 'max',
});
