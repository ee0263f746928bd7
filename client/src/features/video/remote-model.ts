import type { Role } from '@sojourn/shared/session/role';
import type { MediaState } from './media-state.ts';

/** What a tile needs of a LiveKit track. */
export interface ShownTrack {
  sid?: string | undefined;
  attach(element: HTMLMediaElement): HTMLMediaElement;
  detach(element: HTMLMediaElement): HTMLMediaElement;
}

export interface RemotePerson {
  /** Null when it is off, or has not come yet. */
  video: ShownTrack | null;
  audio: ShownTrack | null;
  cameraOff: boolean;
  muted: boolean;
  /** Their own way to the video server, as it reports it. */
  link: 'good' | 'weak' | 'lost';
}

/** Sends a picture or sound that has not reached us. */
export const isAwaited = ({ video, audio, cameraOff, muted }: RemotePerson): boolean =>
  (!cameraOff && !video) || (!muted && !audio);

export type Remotes = Partial<Record<Role, RemotePerson>>;

export interface TileFacts {
  state: MediaState;
  /** First name, or '' before anybody gave one. */
  name: string;
  role: Role;
  /** Their browser is connected to the session. */
  connected: boolean;
  remote: RemotePerson | undefined;
  /** The picture has not moved for a while although it should. */
  frozen: boolean;
}

export interface TileModel {
  /** The picture may be shown. */
  picture: boolean;
  /** The state in words; null when the picture says it all. */
  words: string | null;
  /** Over the picture (it is still there) or instead of it. */
  over: boolean;
  trouble: boolean;
}

const ROLE_NAMES: Record<Role, string> = {
  therapist: 'Your therapist',
  client: 'The client',
  chaperone: 'The chaperone',
};
export const nameOf = (role: Role, name: string): string => name || ROLE_NAMES[role];

/** What a tile says. A frozen picture never passes for a person who lies still. */
export function tileModel({ state, name, role, connected, remote, frozen }: TileFacts): TileModel {
  const who = nameOf(role, name);
  const instead = (words: string, trouble = false): TileModel => ({
    picture: false,
    words,
    over: false,
    trouble,
  });
  if (state.name === 'off') return instead(`No video with ${lower(who)} right now`);
  if (state.name === 'moved') return instead('Open on another device');
  if (state.name === 'joining') return instead('Connecting…');
  if (state.name === 'waiting_for_server') return instead('No video at the moment', true);
  if (!remote) {
    if (state.name === 'reconnecting') return instead('Video is reconnecting', true);
    return connected
      ? instead(`${who} is here. Their video is connecting…`)
      : instead(`${who} is not connected`);
  }
  if (!remote.video) {
    if (state.name === 'reconnecting') return instead('Video is reconnecting', true);
    if (remote.link === 'lost') return instead('Connection is lost', true);
    return instead(remote.cameraOff ? 'Camera is off' : 'Picture is on its way…');
  }
  const over = (words: string): TileModel => ({ picture: true, words, over: true, trouble: true });
  if (state.name === 'reconnecting') return over('Not live: video is reconnecting');
  if (remote.link === 'lost') return over('Not live: connection is lost');
  if (frozen) return over('Not live: the picture stands still');
  if (remote.link === 'weak')
    return { picture: true, words: 'Weak connection', over: true, trouble: false };
  return { picture: true, words: null, over: false, trouble: false };
}

const lower = (who: string) =>
  /^(The|Your) /.test(who) ? who.charAt(0).toLowerCase() + who.slice(1) : who;
