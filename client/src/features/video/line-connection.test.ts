import { err, ok } from '@sojourn/shared/result';
import type { SessionView } from '@sojourn/shared/session/view';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSessionStore } from '../../connection/session-store.ts';
import type { SessionConnection } from '../../connection/session-connection.ts';
import { createLineConnection } from './line-connection.ts';
import type { Given } from './livekit-publish.ts';
import type { RoomWatcher } from './livekit-room.ts';
import type { RemotePerson } from './remote-model.ts';

const voice = { attach: vi.fn(), detach: vi.fn() };
const silent: RemotePerson = {
  video: null,
  audio: null,
  cameraOff: true,
  muted: true,
  link: 'good',
};
const talks: RemotePerson = { ...silent, audio: voice, muted: false };

const shown = (line: boolean, screen = 'chaperone') =>
  ({ screen, line, revision: 1 }) as unknown as SessionView;

/** One end of the line in a world of fakes. */
function world({ refuse = false }: { refuse?: boolean } = {}) {
  const sent: string[] = [];
  const session = {
    ...createSessionStore(Date.now),
    send: vi.fn<SessionConnection['send']>(async ({ type }) => {
      sent.push(type);
      return { ok: true, commandId: 'x', revision: 1 };
    }),
  };
  const microphones: (EventTarget & { stop: () => void; stopped: boolean })[] = [];
  const borrow = vi.fn(async () => {
    if (refuse) throw new DOMException('', 'NotFoundError');
    const track = Object.assign(new EventTarget(), {
      stopped: false,
      stop() {
        track.stopped = true;
      },
    });
    microphones.push(track);
    return track as unknown as MediaStreamTrack;
  });
  const hold = vi.fn();
  const rooms: { given: Given; watcher: RoomWatcher; signal: AbortSignal }[] = [];
  const asked: unknown[] = [];
  let other: RemotePerson | null = null;
  const line = createLineConnection({
    sessionId: 's',
    role: 'chaperone',
    session,
    local: { borrow, hold },
    fetchToken: async ({ room }) => {
      asked.push(room);
      return room === 'line' ? ok({ url: 'ws://x', token: 't', room: 'r' }) : err('refused');
    },
    joinRoom: async (_token, given, watcher, signal) => {
      rooms.push({ given, watcher, signal });
      given.subscribe(watcher.changed);
      return {
        remotes: () => ({}),
        other: () => other,
        sends: () => given.get().microphone.track !== null,
        audioBlocked: () => false,
        hear: async () => {},
      };
    },
  });
  return {
    line,
    sent,
    hold,
    rooms,
    asked,
    microphones,
    show: (view: SessionView) => session.set({ view }),
    setOther(person: RemotePerson | null) {
      other = person;
      rooms.at(-1)?.watcher.changed();
    },
    speaks: () => rooms.at(-1)?.given.get().microphone.status === 'live',
    tick: (ms = 0) => vi.advanceTimersByTimeAsync(ms),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('[LN1] no room is asked for while there is nothing to talk about, and no microphone before the tap', async () => {
  const w = world();
  w.show(shown(false));
  w.line.open();
  w.line.talk();
  await w.tick(5_000);
  expect(w.asked).toEqual([]);
  w.show(shown(true));
  await w.tick();
  expect(w.asked).toEqual(['line']);
  expect(w.line.get()).toMatchObject({ open: true, talking: false, state: { name: 'live' } });
  expect(w.microphones).toEqual([]);
  expect(w.hold).not.toHaveBeenCalled();
});

test('[LN1] the client’s screen opens no line, whatever its view holds', async () => {
  const w = world();
  w.show(shown(true, 'client'));
  w.line.open();
  await w.tick(5_000);
  expect(w.asked).toEqual([]);
});

test('[LN1] the other’s voice sounds only after one’s own tap; the room with the client loses the microphone before anything is said', async () => {
  const w = world();
  w.show(shown(true));
  w.line.open();
  await w.tick();
  w.setOther(talks);
  expect(w.line.get()).toMatchObject({ otherTalks: true, voice: null });
  w.line.talk();
  expect(w.hold.mock.calls).toEqual([[true]]);
  expect(w.speaks()).toBe(false);
  await w.tick();
  expect(w.speaks()).toBe(true);
  expect(w.line.get()).toMatchObject({ talking: true, voice, sending: true });
});

test('[LN1 LN2] it ends with a press or by itself, and the microphone goes back to the room', async () => {
  const w = world();
  w.show(shown(true));
  w.line.open();
  await w.tick();
  w.line.talk();
  await w.tick();
  w.line.hangUp();
  expect(w.hold).toHaveBeenLastCalledWith(false);
  expect(w.microphones[0]?.stopped).toBe(true);
  expect(w.rooms[0]?.signal.aborted).toBe(false);
  w.line.talk();
  await w.tick();
  w.show(shown(false));
  expect(w.line.get()).toMatchObject({ open: false, talking: false });
  expect(w.rooms[0]?.signal.aborted).toBe(true);
  expect(w.hold).toHaveBeenLastCalledWith(false);
  expect(w.microphones.every(({ stopped }) => stopped)).toBe(true);
  expect(w.sent).toEqual(['line.take', 'line.leave', 'line.take', 'line.leave']);
});

test('[LN1] another page of the same person takes the line: this one hangs up, gives the microphone back, and can take it again', async () => {
  const w = world();
  w.show(shown(true));
  w.line.open();
  await w.tick();
  w.line.talk();
  await w.tick();
  w.rooms[0]?.watcher.lost('elsewhere');
  await w.tick();
  expect(w.line.get()).toMatchObject({ talking: false, state: { name: 'moved' } });
  expect(w.hold).toHaveBeenLastCalledWith(false);
  w.line.talk();
  await w.tick();
  expect(w.line.get()).toMatchObject({ talking: true, sending: true, state: { name: 'live' } });
});

test('[LN1] who hung up before the microphone came is not heard', async () => {
  const w = world();
  w.show(shown(true));
  w.line.open();
  await w.tick();
  w.line.talk();
  w.line.hangUp();
  await w.tick();
  expect(w.speaks()).toBe(false);
  expect(w.microphones[0]?.stopped).toBe(true);
});

test('[LN1] a headset that is pulled out: on with another microphone; none: said, and still heard', async () => {
  const w = world();
  w.show(shown(true));
  w.line.open();
  await w.tick();
  w.line.talk();
  await w.tick();
  w.microphones[0]?.dispatchEvent(new Event('ended'));
  await w.tick();
  expect(w.microphones).toHaveLength(2);
  expect(w.speaks()).toBe(true);

  const none = world({ refuse: true });
  none.show(shown(true));
  none.line.open();
  await none.tick();
  none.setOther(talks);
  none.line.talk();
  await none.tick();
  expect(none.line.get()).toMatchObject({ talking: true, fault: 'no_device', voice });
});
