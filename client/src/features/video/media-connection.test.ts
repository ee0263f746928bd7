import { err, ok } from '@sojourn/shared/result';
import type { Role } from '@sojourn/shared/session/role';
import type { SessionView } from '@sojourn/shared/session/view';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSessionStore, type SessionSnapshot } from '../../connection/session-store.ts';
import type { LocalMedia } from '../../media/index.ts';
import type { RoomWatcher } from './livekit-room.ts';
import { createMediaConnection } from './media-connection.ts';
import type { RemotePerson } from './remote-model.ts';

const IDENTITIES: Partial<Record<Role, string>> = { therapist: 'T', client: 'C', chaperone: 'H' };
const robin: RemotePerson = {
  video: null,
  audio: null,
  cameraOff: true,
  muted: true,
  link: 'good',
};

function room(phase: string, media: Partial<Record<Role, string>> | null, revision = 1) {
  return { screen: 'therapist', phase, media, revision } as unknown as SessionView;
}
const lobby = { screen: 'lobby', role: 'client' } as unknown as SessionView;

/** A media connection in a world of fakes: rooms are joined when the test says so. */
function world() {
  const session = createSessionStore(Date.now);
  const show = (change: Partial<SessionSnapshot>) => session.set(change);
  const local = { start: vi.fn(async () => {}), rest: vi.fn(async () => {}) };
  const rooms: {
    token: string;
    watcher: RoomWatcher;
    signal: AbortSignal;
    people: typeof people;
  }[] = [];
  let serverUp = true;
  let people: Partial<Record<Role, RemotePerson>> = { client: robin };
  let tokens = 0;
  const media = createMediaConnection({
    sessionId: 's',
    role: 'therapist',
    session: {
      get: session.get,
      subscribe: (l) => {
        const un = session.subscribe(l);
        return () => {
          un();
        };
      },
    },
    local: local as unknown as LocalMedia,
    fetchToken: async () =>
      serverUp ? ok({ url: 'ws://x', token: `t${++tokens}`, room: 'r' }) : err('server'),
    joinRoom: async ({ token }, _local, watcher, signal) => {
      rooms.push({ token, watcher, signal, people });
      return {
        other: () => null,
        remotes: (identities) =>
          Object.fromEntries(Object.entries(people).filter(([role]) => role in identities)),
        sends: () => true,
        audioBlocked: () => false,
        hear: async () => {},
      };
    },
  });
  return {
    media,
    show,
    local,
    rooms,
    setPeople: (now: typeof people) => {
      people = now;
    },
    setServer: (up: boolean) => {
      serverUp = up;
    },
    here: () => rooms.filter((r) => !r.signal.aborted).length,
    tick: (ms = 0) => vi.advanceTimersByTimeAsync(ms),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the room that the view calls for', () => {
  it('MD1 asks for no token and starts no device in the lobby', async () => {
    const w = world();
    w.show({ view: lobby });
    w.media.open();
    await w.tick(5_000);
    expect(w.rooms).toEqual([]);
    expect(w.local.start).not.toHaveBeenCalled();
    expect(w.media.get().state.name).toBe('off');
  });

  it('joins when media is given, once, and shows only whom the view names', async () => {
    const w = world();
    w.setPeople({ client: robin, chaperone: robin });
    w.show({ view: room('setup', { therapist: 'T', client: 'C' }) });
    w.media.open();
    await w.tick();
    w.show({ view: room('setup', { therapist: 'T', client: 'C' }, 2) });
    await w.tick();
    expect(w.rooms).toHaveLength(1);
    expect(w.media.get()).toMatchObject({ state: { name: 'live' }, sending: { camera: true } });
    expect(Object.keys(w.media.get().remotes)).toEqual(['client']);
  });

  it('MD4 leaves the old room and joins the new one when the stage moves', async () => {
    const w = world();
    w.show({ view: room('setup', IDENTITIES) });
    w.media.open();
    await w.tick();
    w.show({ view: room('ready', { therapist: 'T', client: 'C' }, 2) });
    expect(w.rooms[0]?.signal.aborted).toBe(true);
    expect(w.media.get().remotes).toEqual({});
    await w.tick();
    expect(w.rooms).toHaveLength(2);
    expect(w.here()).toBe(1);
    expect(w.rooms[1]?.token).toBe('t2');
  });

  it('MD2 drops everything, devices too, the moment that media is taken away', async () => {
    const w = world();
    w.show({ view: room('setup', IDENTITIES) });
    w.media.open();
    await w.tick();
    w.show({ view: room('ready', null, 2) });
    expect(w.media.get()).toMatchObject({ state: { name: 'off' }, remotes: {} });
    expect(w.here()).toBe(0);
    expect(w.local.rest).toHaveBeenCalledOnce();
    await w.tick(60_000);
    expect(w.rooms).toHaveLength(1);
  });

  it('IN3 leaves when this browser has lost its place to another', async () => {
    const w = world();
    w.show({ view: room('setup', IDENTITIES) });
    w.media.open();
    await w.tick();
    w.show({ ended: 'replaced' });
    expect(w.media.get().state.name).toBe('off');
    expect(w.here()).toBe(0);
    expect(w.local.rest).toHaveBeenCalledOnce();
  });

  it('leaves when the page does', async () => {
    const w = world();
    w.show({ view: room('setup', IDENTITIES) });
    const close = w.media.open();
    await w.tick();
    close();
    expect(w.here()).toBe(0);
  });
});

describe('coming back by itself', () => {
  async function live() {
    const w = world();
    w.show({ view: room('setup', IDENTITIES) });
    w.media.open();
    await w.tick();
    return w;
  }

  it('joins anew, with a fresh token, when LiveKit reconnects for longer than two seconds', async () => {
    const w = await live();
    w.rooms[0]?.watcher.interrupted();
    await w.tick(1_900);
    expect(w.rooms).toHaveLength(1);
    await w.tick(200);
    expect(w.rooms.map((r) => r.token)).toEqual(['t1', 't2']);
    expect(w.media.get().state.name).toBe('live');
  });

  it('keeps trying while the server is away, for as long as it takes, and is in within a second after', async () => {
    const w = await live();
    w.setServer(false);
    w.rooms[0]?.watcher.lost('broken');
    await w.tick(20_000);
    expect(w.media.get().state.name).toBe('waiting_for_server');
    w.setServer(true);
    await w.tick(1_000);
    expect(w.media.get().state.name).toBe('live');
    w.setServer(false);
    w.rooms.at(-1)?.watcher.lost('broken');
    await w.tick(10 * 3_600_000);
    w.setServer(true);
    await w.tick(3_000);
    expect(w.media.get().state.name).toBe('live');
    expect(w.here()).toBe(1);
  });

  it('tries at once when the session’s own link is back', async () => {
    const w = await live();
    w.setServer(false);
    w.rooms[0]?.watcher.lost('broken');
    await w.tick(10_000);
    w.show({ link: 'lost' });
    w.setServer(true);
    w.show({ link: 'connected' });
    await w.tick(1);
    expect(w.media.get().state.name).toBe('live');
  });

  it('goes into the room of the new phase when the old one is closed under it', async () => {
    const w = await live();
    w.rooms[0]?.watcher.lost('taken_out');
    w.show({ view: room('ready', { therapist: 'T', client: 'C' }, 2) });
    await w.tick(5_000);
    expect(w.rooms).toHaveLength(2);
  });

  it('hears nothing any more from a room that it has left', async () => {
    const w = await live();
    w.show({ view: room('ready', { therapist: 'T', client: 'C' }, 2) });
    await w.tick();
    w.rooms[0]?.watcher.lost('elsewhere');
    expect(w.media.get().state.name).toBe('live');
  });

  it('gives way to another device and returns only when told', async () => {
    const w = await live();
    w.rooms[0]?.watcher.lost('elsewhere');
    await w.tick(60_000);
    expect(w.media.get().state.name).toBe('moved');
    expect(w.rooms).toHaveLength(1);
    w.media.bringBack();
    await w.tick();
    expect(w.media.get().state.name).toBe('live');
  });

  it('joins anew when a picture that is sent never arrives, ever more patiently', async () => {
    const w = await live();
    w.setPeople({ client: { ...robin, cameraOff: false } });
    w.rooms[0]?.watcher.changed();
    await w.tick(7_900);
    expect(w.rooms).toHaveLength(1);
    await w.tick(200);
    expect(w.rooms).toHaveLength(2);
    await w.tick(10_000);
    expect(w.rooms).toHaveLength(2);
    await w.tick(6_100);
    expect(w.rooms).toHaveLength(3);
    expect(w.here()).toBe(1);
  });
});
