import { mayJoinLine } from '@sojourn/shared/session/media-access';
import { mediaStage, type MediaStage } from '@sojourn/shared/session/phase';
import type { Role } from '@sojourn/shared/session/role';
import { isConnected, type SessionState } from '@sojourn/shared/session/state';
import { RoomServiceClient } from 'livekit-server-sdk';
import type { Logger } from '../logger.ts';
import type { LiveKitAccess } from './tokens.ts';

/** Seconds a room stays without people: far longer than a session, so that none closes under a dosed client. */
const ROOM_LIFE = 12 * 3_600;
/** Seconds to wait for LiveKit before saying that it does not answer. */
const REQUEST_TIMEOUT = 4;
/** ms between two looks at whether LiveKit's rooms are as the sessions want them. */
const RECONCILE_EVERY = 10_000;

export interface Rooms {
  /** Makes the room if it is not there. Rooms are made by this server only (auto_create is off). */
  ensure(room: string): Promise<void>;
  /**
   * Told of every new state: when the stage has changed, takes everybody out of each room that the
   * phase does not call for (MD4). What fails is made good by `watch`.
   */
  follow(state: SessionState): void;
  settle(state: SessionState): Promise<void>;
  /** Takes this person's browser out of the media: another one has their place now (IN3). */
  evict(state: SessionState, role: Role): Promise<void>;
  /** True when LiveKit answers. */
  reachable(): Promise<boolean>;
  /** Settles all open sessions now and again, so that a failure or a restart is made good. */
  watch(openSessions: () => Promise<SessionState[]>): () => void;
}

/** LN1: the line's room goes with the alert that opened it. */
const isLineWanted = (state: SessionState): boolean => mayJoinLine(state, 'chaperone');
const isWanted = (stage: string, wanted: MediaStage | null, state: SessionState): boolean =>
  stage === wanted || (stage === 'line' && isLineWanted(state));
/** What the rooms were settled for. */
const standing = (state: SessionState): string =>
  `${mediaStage(state.phase) ?? 'none'}/${isLineWanted(state) ? 'line' : ''}`;

export function createRooms(livekit: LiveKitAccess, logger: Logger): Rooms {
  const service = new RoomServiceClient(livekit.apiUrl, livekit.apiKey, livekit.apiSecret, {
    requestTimeout: REQUEST_TIMEOUT,
    failover: false,
  });

  async function ensure(name: string) {
    await service.createRoom({
      name,
      emptyTimeout: ROOM_LIFE,
      departureTimeout: ROOM_LIFE,
      maxParticipants: 6,
    });
  }

  const settled = new Map<string, string>();
  /** The newest state heard of, by session: a slow look at an older one must not close the room in use. */
  const newest = new Map<string, SessionState>();
  /** The last settling of each session, so that no two run at once. */
  const last = new Map<string, Promise<void>>();

  function settle(told: SessionState): Promise<void> {
    const { sessionId } = told;
    const known = newest.get(sessionId);
    if (!known || known.revision < told.revision) newest.set(sessionId, told);
    const before = last.get(sessionId) ?? Promise.resolve();
    const step = before.catch(() => {}).then(() => settleNow(newest.get(sessionId) ?? told));
    last.set(sessionId, step);
    const forget = () => void (last.get(sessionId) === step && last.delete(sessionId));
    step.then(forget, forget);
    return step;
  }

  /**
   * What is known of sessions that ended so long ago that nobody looks after them any more. Not at their
   * end: a look that began before it must not open a room again.
   */
  function forgetAllBut(looked: readonly SessionState[]) {
    const kept = new Set(looked.map(({ sessionId }) => sessionId));
    for (const [sessionId, { phase }] of newest) {
      if (mediaStage(phase) !== null || kept.has(sessionId)) continue;
      newest.delete(sessionId);
      settled.delete(sessionId);
    }
  }

  async function settleNow(state: SessionState) {
    const wanted = mediaStage(state.phase);
    const unwanted = Object.entries(state.rooms).flatMap(([stage, room]) =>
      isWanted(stage, wanted, state) || room === undefined ? [] : [room],
    );
    for (const room of await service.listRooms(unwanted)) await service.deleteRoom(room.name);
    if (wanted !== null) await ensure(state.rooms[wanted]);
    settled.set(state.sessionId, standing(state));
  }

  return {
    ensure,
    settle,
    follow(state) {
      if (settled.get(state.sessionId) === standing(state)) return;
      settle(state).catch((error: unknown) => {
        logger.warn({ sessionId: state.sessionId, err: error }, 'rooms not settled yet');
      });
    },
    async evict({ sessionId, phase, rooms, people }, role) {
      const stage = mediaStage(phase);
      if (stage === null) return;
      for (const room of [rooms[stage], rooms.line]) {
        try {
          if (room) await service.removeParticipant(room, people[role].mediaIdentity);
        } catch {
          // Mostly: they were not in the room. If LiveKit is away, the new browser's join takes them out.
          logger.debug({ sessionId, role }, 'nobody to take out of the room');
        }
      }
    },
    async reachable() {
      try {
        await service.listRooms(['none']);
        return true;
      } catch {
        return false;
      }
    },
    watch(openSessions) {
      const look = async () => {
        try {
          const sessions = await openSessions();
          forgetAllBut(sessions);
          for (const state of sessions) {
            if (Object.values(state.people).some(isConnected)) {
              await settle(state);
            }
          }
        } catch (error) {
          logger.warn(
            { component: 'rooms', err: error },
            'rooms could not be settled; trying again',
          );
        }
      };
      void look();
      const timer = setInterval(() => void look(), RECONCILE_EVERY);
      return () => clearInterval(timer);
    },
  };
}
