import { z } from 'zod';
import { reject, type Rejection } from '../rejection.ts';
import { unreachable } from '../result.ts';
import { personName, phoneNumber } from '../text.ts';
import { causesGone } from './alert-decide.ts';
import type { AlertEvent } from './alert.ts';
import { withdrawReady, withdrawStart, type DoseEvent } from './dose.ts';
import { withoutPapersOf } from './papers.ts';
import { isOver } from './phase.ts';
import { LOST_KIND, NO_PULSE } from './pulse.ts';
import { THE_ROLE_FIRST, GuestRole, Role } from './role.ts';
import { isConnected, type Person, type SessionState } from './state.ts';
import type { TherapistView } from './view.ts';
import { words } from '../words.ts';

/* Who is in the session: the lobby, admission, second devices, connections. */

const id = z.string().min(1).max(64);

export const PeopleCommand = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('lobby.enter'),
    name: personName(words('Your name')),
    phone: phoneNumber(words('Your phone number')).optional(),
  }),
  z.object({ type: z.literal('participant.admit'), role: GuestRole }),
  z.object({ type: z.literal('participant.decline'), role: GuestRole }),
  z.object({ type: z.literal('device.allow'), requestId: id }),
  z.object({ type: z.literal('device.refuse'), requestId: id }),
]);
export type PeopleCommand = z.infer<typeof PeopleCommand>;

/** What the server itself notices of people. */
export type PeopleSystemCommand =
  | { type: 'presence.connect'; role: Role; connectionId: string }
  | { type: 'presence.disconnect'; role: Role; connectionId: string }
  | { type: 'presence.reset' }
  | { type: 'device.ask'; role: GuestRole; requestId: string }
  /** Another browser takes the place of this role: let in by the therapist, or with a new link. */
  | { type: 'device.take'; role: GuestRole; by: 'therapist' | 'link' };

export const PeopleEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('presence.connected'), role: Role, connectionId: z.string() }),
  z.object({ type: z.literal('presence.disconnected'), role: Role, connectionId: z.string() }),
  /** The server started anew: every connection it knew of is gone. */
  z.object({ type: z.literal('presence.reset') }),
  z.object({
    type: z.literal('lobby.entered'),
    role: GuestRole,
    name: z.string(),
    phone: z.string().nullable(),
  }),
  z.object({ type: z.literal('participant.admitted'), role: GuestRole }),
  z.object({ type: z.literal('participant.declined'), role: GuestRole }),
  z.object({ type: z.literal('device.asked'), requestId: z.string(), role: GuestRole }),
  z.object({ type: z.literal('device.allowed'), requestId: z.string() }),
  z.object({ type: z.literal('device.refused'), requestId: z.string() }),
  z.object({
    type: z.literal('device.took'),
    role: GuestRole,
    by: z.enum(['therapist', 'link']),
  }),
]);
export type PeopleEvent = z.infer<typeof PeopleEvent>;

export function refusePeople(view: TherapistView, command: PeopleCommand): Rejection | null {
  switch (command.type) {
    case 'lobby.enter':
      return reject('not_waiting', words('You are already in the room.'));
    case 'participant.admit':
    case 'participant.decline':
      return view.people[command.role].admission === 'waiting'
        ? null
        : reject(
            'not_waiting',
            words('{who} is not waiting in the lobby.', { who: THE_ROLE_FIRST[command.role] }),
          );
    case 'device.allow':
    case 'device.refuse':
      return view.devices.some((request) => request.requestId === command.requestId)
        ? null
        : reject('not_found', words('This request was already answered.'));
    default:
      return unreachable(command);
  }
}

export function decidePeople(role: Role, command: PeopleCommand): PeopleEvent[] {
  switch (command.type) {
    case 'lobby.enter':
      return role === 'therapist'
        ? []
        : [{ type: 'lobby.entered', role, name: command.name, phone: command.phone ?? null }];
    case 'participant.admit':
      return [{ type: 'participant.admitted', role: command.role }];
    case 'participant.decline':
      return [{ type: 'participant.declined', role: command.role }];
    case 'device.allow':
      return [{ type: 'device.allowed', requestId: command.requestId }];
    case 'device.refuse':
      return [{ type: 'device.refused', requestId: command.requestId }];
    default:
      return unreachable(command);
  }
}

export function decidePeopleSystem(
  state: SessionState,
  command: PeopleSystemCommand,
): (PeopleEvent | DoseEvent | AlertEvent)[] {
  switch (command.type) {
    case 'presence.connect':
      return state.people[command.role].connectionIds.includes(command.connectionId)
        ? []
        : [
            {
              type: 'presence.connected',
              role: command.role,
              connectionId: command.connectionId,
            },
            ...causesGone(state, LOST_KIND[command.role]),
          ];
    case 'presence.disconnect': {
      const { connectionIds } = state.people[command.role];
      if (!connectionIds.includes(command.connectionId)) return [];
      const last = connectionIds.length === 1;
      return [
        { type: 'presence.disconnected', role: command.role, connectionId: command.connectionId },
        ...(last ? withdrawStart(state, 'connection_lost') : []),
        ...(last && command.role === 'client' ? withdrawReady(state) : []),
      ];
    }
    case 'presence.reset': {
      const { therapist, client, chaperone } = state.people;
      return [therapist, client, chaperone].some(isConnected)
        ? [
            { type: 'presence.reset' },
            ...withdrawStart(state, 'connection_lost'),
            ...withdrawReady(state),
          ]
        : [];
    }
    case 'device.ask':
      return mayAsk(state, command)
        ? [{ type: 'device.asked', requestId: command.requestId, role: command.role }]
        : [];
    case 'device.take': {
      const { role, by } = command;
      return [
        { type: 'device.took', role, by },
        ...withdrawStart(state, 'connection_lost'),
        ...(role === 'client' ? withdrawReady(state) : []),
      ];
    }
    default:
      return unreachable(command);
  }
}

/** Requests that wait for the therapist at once, for each role: more would bury the screen (IN4). */
const MOST_REQUESTS = 2;
/** Answered requests that are remembered; what was asked before them is in the record. */
const ANSWERED_KEPT = 20;

function mayAsk(
  { phase, devices }: SessionState,
  { role, requestId }: { role: Role; requestId: string },
): boolean {
  if (isOver(phase) || devices.some((request) => request.requestId === requestId)) return false;
  const waiting = devices.filter((request) => request.role === role && request.answer === null);
  return waiting.length < MOST_REQUESTS;
}

function withPerson(state: SessionState, role: Role, change: Partial<Person>): SessionState {
  return { ...state, people: { ...state.people, [role]: { ...state.people[role], ...change } } };
}

function withConnections(
  state: SessionState,
  role: Role,
  connectionIds: readonly string[],
  at: number,
): SessionState {
  const changed = isConnected(state.people[role]) !== connectionIds.length > 0;
  return withPerson(state, role, {
    connectionIds,
    ...(changed ? { connectionChangedAt: at } : {}),
  });
}

/** How long the therapist's "let in" stands for a device that has not come yet, ms (IN4). */
export const ALLOWED_FOR = 120_000;

/** A drill proves one phone: another one that is let in for the chaperone has to pass its own (GD3). */
const withoutDrill = (state: SessionState, role: GuestRole | undefined): SessionState =>
  role === 'chaperone' ? { ...state, drill: null } : state;

export function evolvePeople(state: SessionState, event: PeopleEvent, at: number): SessionState {
  switch (event.type) {
    case 'presence.connected': {
      const { connectionIds, pulse } = state.people[event.role];
      const next = withConnections(state, event.role, [...connectionIds, event.connectionId], at);
      // Who comes back says of themselves what they are; a further page proves that they are there, and no more.
      const known = connectionIds.length > 0 ? pulse : { ...NO_PULSE, sound: pulse.sound };
      return withPerson(next, event.role, { pulse: { ...known, lost: false } });
    }
    case 'presence.disconnected': {
      const left = state.people[event.role].connectionIds.filter((c) => c !== event.connectionId);
      return withConnections(state, event.role, left, at);
    }
    case 'presence.reset':
      return Role.options.reduce((next, role) => withConnections(next, role, [], at), state);
    case 'lobby.entered': {
      const { name, phone } = event;
      const known = state.people[event.role].phone;
      return withPerson(state, event.role, { name, phone: phone ?? known, admission: 'waiting' });
    }
    case 'participant.admitted':
      return withoutDrill(withPerson(state, event.role, { admission: 'admitted' }), event.role);
    case 'participant.declined':
      return withPerson(state, event.role, { admission: 'declined' });
    case 'device.asked': {
      const { requestId, role } = event;
      const answered = state.devices.filter(({ answer }) => answer !== null).slice(-ANSWERED_KEPT);
      const kept = state.devices.filter((d) => d.answer === null || answered.includes(d));
      const request = { requestId, role, askedAt: at, answer: null, answeredAt: null };
      return { ...state, devices: [...kept, request] };
    }
    case 'device.allowed':
    case 'device.refused': {
      const answer = event.type === 'device.allowed' ? ('allowed' as const) : ('refused' as const);
      const asked = state.devices.find((d) => d.requestId === event.requestId);
      const devices = state.devices.map((d) =>
        d === asked ? { ...d, answer, answeredAt: at } : d,
      );
      const next = { ...state, devices };
      return answer === 'allowed' ? withoutDrill(next, asked?.role) : next;
    }
    case 'device.took': {
      // LO5: what another person answered, or somebody who was declined, is not this person's word.
      const stranger = event.by === 'link' || state.people[event.role].admission === 'declined';
      const next = withoutDrill(state, event.role);
      return stranger && state.people[event.role].admission !== 'admitted'
        ? withoutPapersOf(next, event.role)
        : next;
    }
    default:
      return unreachable(event);
  }
}
