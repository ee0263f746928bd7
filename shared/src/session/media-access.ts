import { isAlarming } from './alert.ts';
import { isOver, mediaStage } from './phase.ts';
import { Role } from './role.ts';
import type { SessionState } from './state.ts';

/* Who may be in which of the session's LiveKit rooms: the server mints tokens by this, and the views tell it. */

/**
 * Who may be in the LiveKit room of the present phase (MD1, MD2). The therapist, too, only once
 * somebody has been let in.
 */
export function mayJoinMedia(state: SessionState, role: Role): boolean {
  const { client, chaperone } = state.people;
  const stage = mediaStage(state.phase);
  if (stage === null) return false;
  switch (role) {
    case 'therapist':
      return client.admission === 'admitted' || chaperone.admission === 'admitted';
    case 'client':
      return client.admission === 'admitted';
    case 'chaperone':
      return chaperone.admission === 'admitted' && stage !== 'therapy';
  }
}

/**
 * LN1: the line is a room of its own for therapist and chaperone: while an alert is open, or while the
 * chaperone waits to be called. The client is never in it.
 */
export function mayJoinLine(state: SessionState, role: Role): boolean {
  if (role === 'client' || state.rooms.line === undefined || isOver(state.phase)) return false;
  const wanted =
    state.alerts.some(isAlarming) || state.calls.some(({ answeredAt }) => answeredAt === null);
  return wanted && state.people.chaperone.admission === 'admitted';
}

/** LiveKit identities of those this viewer may see and hear now; null: no media for this viewer (MD2). */
export function mediaIdentities(
  state: SessionState,
  viewer: Role,
): Partial<Record<Role, string>> | null {
  if (!mayJoinMedia(state, viewer)) return null;
  const identities: Partial<Record<Role, string>> = {};
  for (const role of Role.options) {
    if (mayJoinMedia(state, role)) identities[role] = state.people[role].mediaIdentity;
  }
  return identities;
}
