import type { AlertPriority, RaiseKind } from './alert.ts';
import type { MediaStage, Phase, SessionKind } from './phase.ts';
import type { PromptResponse } from './prompt.ts';
import type { Actor, GuestRole, Role } from './role.ts';

/** What happened. Past tense, append-only: a later event corrects, nothing is overwritten (ES4). */
export type SessionEvent =
  | {
      type: 'session.created';
      sessionId: string;
      kind: SessionKind;
      practiceName: string;
      scheduledAt: number;
      people: Record<Role, { name: string; phone: string | null; mediaIdentity: string }>;
      rooms: Record<MediaStage, string>;
    }
  | { type: 'session.cancelled'; reason: string }
  | { type: 'presence.connected'; role: Role; connectionId: string }
  | { type: 'presence.disconnected'; role: Role; connectionId: string }
  /** The server started anew: every connection it knew of is gone. */
  | { type: 'presence.reset' }
  | { type: 'lobby.entered'; role: GuestRole; name: string; phone: string | null }
  | { type: 'participant.admitted'; role: GuestRole }
  | { type: 'participant.declined'; role: GuestRole }
  | { type: 'device.asked'; requestId: string; role: GuestRole }
  | { type: 'device.allowed'; requestId: string }
  | { type: 'device.refused'; requestId: string }
  | { type: 'phase.entered'; phase: Phase }
  | { type: 'dose.started' }
  | { type: 'dose.start_withdrawn'; because: 'therapist' | 'connection_lost' }
  | { type: 'dose.client_ready' }
  | { type: 'dose.client_not_ready' }
  /** T0. */
  | { type: 'dose.taken' }
  | { type: 'prompt.offered'; offerId: string; promptId: string; by: 'therapist' | 'client' }
  | { type: 'prompt.replaced'; offerId: string }
  | { type: 'prompt.withdrawn'; offerId: string }
  | { type: 'prompt.shown'; offerId: string }
  | { type: 'prompt.answered'; offerId: string; response: PromptResponse }
  | {
      type: 'alert.raised';
      alertId: string;
      kind: RaiseKind;
      priority: AlertPriority;
      reason: string | null;
      by: Role;
    }
  | { type: 'alert.repeated'; alertId: string; reason: string | null }
  | { type: 'alert.seen'; alertId: string }
  | { type: 'alert.going'; alertId: string }
  | { type: 'alert.with_client'; alertId: string }
  | { type: 'alert.resolved'; alertId: string };

export type EventType = SessionEvent['type'];

/** An event as it stands in the record. */
export interface RecordedEvent {
  /** 1, 2, 3 … within the session. */
  seq: number;
  /** ms since the epoch, server's clock. */
  at: number;
  actor: Actor;
  /** The press that caused it; null when the server itself did. */
  commandId: string | null;
  event: SessionEvent;
}
