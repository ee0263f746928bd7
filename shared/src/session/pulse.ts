import { z } from 'zod';
import { causesGone, noticed } from './alert-decide.ts';
import type { AlertEvent } from './alert.ts';
import type { DeliveryEvent } from './delivery.ts';
import { Role } from './role.ts';
import { isDosed, type SessionState } from './state.ts';

/*
 * Whether somebody is there. Browsers say it every few seconds; the record keeps only what changed
 * (decision 005). A beat proves a device, not a person.
 */

/** What a browser says of itself. */
export const Beat = z.object({
  visible: z.boolean(),
  /** 0 to 1; null where the browser does not tell. */
  battery: z.number().min(0).max(1).nullable(),
  charging: z.boolean().nullable(),
  /** The page may sound: a tap unlocked it. */
  sound: z.boolean(),
  /** ms since a person last touched this page. */
  idle: z.int().min(0),
  /** Its media connection; null where it should have none. */
  media: z.boolean().nullable(),
});
export type Beat = z.infer<typeof Beat>;

/** What a person's pages say together: one that sounds, shows or is seen is enough. */
export function together(newest: Beat, others: readonly Beat[]): Beat {
  const all = [newest, ...others];
  const medias = all.map(({ media }) => media);
  return {
    ...newest,
    visible: all.some(({ visible }) => visible),
    sound: all.some(({ sound }) => sound),
    idle: Math.min(...all.map(({ idle }) => idle)),
    media: medias.includes(true) ? true : medias.includes(false) ? false : null,
  };
}

export const BEAT_EVERY = 5_000;
/** ms without a beat: shown in amber, and lost (domain.md). */
export const AMBER_AFTER = 15_000;
export const LOST_AFTER = 30_000;
/** ms that a dosed client's media may be away before it is an alert. */
export const MEDIA_GRACE = 10_000;

export const PulseEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('pulse.lost'), role: Role }),
  z.object({ type: z.literal('pulse.back'), role: Role }),
  z.object({ type: z.literal('sound.changed'), role: Role, on: z.boolean() }),
  z.object({ type: z.literal('media.lost'), role: Role }),
  z.object({ type: z.literal('media.back'), role: Role }),
]);
export type PulseEvent = z.infer<typeof PulseEvent>;

export type PulseSystemCommand =
  | { type: 'pulse.note'; role: Role; alive: boolean }
  | { type: 'sound.note'; role: Role; on: boolean }
  | { type: 'media.note'; role: Role; there: boolean };

/** What the record knows of a person's device beside its connection. */
export interface Pulse {
  /** Connected, but silent for too long. */
  lost: boolean;
  /** Null: it has not said. */
  sound: boolean | null;
  mediaLost: boolean;
}

export const NO_PULSE: Pulse = { lost: false, sound: null, mediaLost: false };

/** @param now ms since the epoch, server's clock */
export function decidePulse(
  state: SessionState,
  command: PulseSystemCommand,
  now: number,
): (PulseEvent | AlertEvent | DeliveryEvent)[] {
  const { role } = command;
  const { pulse } = state.people[role];
  switch (command.type) {
    case 'pulse.note': {
      if (pulse.lost !== command.alive) return [];
      return command.alive
        ? [{ type: 'pulse.back', role }, ...causesGone(state, LOST_KIND[role])]
        : [
            { type: 'pulse.lost', role },
            ...(isDosed(state)
              ? noticed(state, LOST_KIND[role], `${LOST_KIND[role]}-${now}`, now)
              : []),
          ];
    }
    case 'sound.note':
      return pulse.sound === command.on ? [] : [{ type: 'sound.changed', role, on: command.on }];
    case 'media.note': {
      // Who came back on a new connection was never said to be gone on it.
      if (command.there) {
        const back = { type: 'media.back', role } as const;
        const gone = role === 'client' ? causesGone(state, 'client_media_lost') : [];
        return [...(pulse.mediaLost ? [back] : []), ...gone];
      }
      if (pulse.mediaLost) return [];
      const raise = role === 'client' && isDosed(state);
      return [
        { type: 'media.lost', role },
        ...(raise ? noticed(state, 'client_media_lost', `client_media_lost-${now}`, now) : []),
      ];
    }
  }
}

/** Who was silent, or not to be seen, when the medicine was taken: from now on it is an alert (AL12). */
export function absentAtDose(state: SessionState, now: number): (AlertEvent | DeliveryEvent)[] {
  const kinds = [
    ...Role.options.flatMap((role) => (state.people[role].pulse.lost ? [LOST_KIND[role]] : [])),
    ...(state.people.client.pulse.mediaLost ? (['client_media_lost'] as const) : []),
  ];
  return kinds.flatMap((kind) => noticed(state, kind, `${kind}-${now}`, now));
}

/** The alert that a lost person is, after the dose. */
export const LOST_KIND = {
  client: 'client_link_lost',
  therapist: 'therapist_lost',
  chaperone: 'chaperone_lost',
} as const;

export function evolvePulse(state: SessionState, event: PulseEvent): SessionState {
  const changed = (pulse: Partial<Pulse>): SessionState => {
    const person = state.people[event.role];
    const people = {
      ...state.people,
      [event.role]: { ...person, pulse: { ...person.pulse, ...pulse } },
    };
    return { ...state, people };
  };
  switch (event.type) {
    case 'pulse.lost':
    case 'pulse.back':
      return changed({ lost: event.type === 'pulse.lost' });
    case 'sound.changed':
      return changed({ sound: event.on });
    case 'media.lost':
    case 'media.back':
      return changed({ mediaLost: event.type === 'media.lost' });
  }
}
