import type { Role } from '@sojourn/shared/session/role';
import { m, t } from '../../language/index.ts';
import type { MediaState } from './media-state.ts';

/** What a tile needs of a LiveKit track. */
export interface ShownTrack {
  sid?: string | undefined;
  /** What is heard or seen, to be measured. */
  mediaStreamTrack?: MediaStreamTrack | undefined;
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
  therapist: m('Your therapist'),
  client: m('The client'),
  chaperone: m('The chaperone'),
};
/** The same within a sentence. */
const ROLES_WITHIN: Record<Role, string> = {
  therapist: m('your therapist'),
  client: m('the client'),
  chaperone: m('the chaperone'),
};
export const nameOf = (role: Role, name: string): string => name || t(ROLE_NAMES[role]);

/** What a tile says. A frozen picture never passes for a person who lies still. */
export function tileModel({ state, name, role, connected, remote, frozen }: TileFacts): TileModel {
  const who = nameOf(role, name);
  const instead = (words: string, trouble = false): TileModel => ({
    picture: false,
    words,
    over: false,
    trouble,
  });
  if (state.name === 'off')
    return instead(t('No video with {who} right now', { who: name || t(ROLES_WITHIN[role]) }));
  if (state.name === 'moved') return instead(t('Open on another device'));
  if (state.name === 'joining') return instead(t('Connecting…'));
  if (state.name === 'waiting_for_server') return instead(t('No video at the moment'), true);
  if (!remote) {
    if (state.name === 'reconnecting') return instead(t('Video is reconnecting'), true);
    return connected
      ? instead(t('{who} is here. Their video is connecting…', { who }))
      : instead(t('{who} is not connected', { who }));
  }
  if (!remote.video) {
    if (state.name === 'reconnecting') return instead(t('Video is reconnecting'), true);
    if (remote.link === 'lost') return instead(t('Connection is lost'), true);
    return instead(remote.cameraOff ? t('Camera is off') : t('Picture is on its way…'));
  }
  const over = (words: string): TileModel => ({ picture: true, words, over: true, trouble: true });
  if (state.name === 'reconnecting') return over(t('Not live: video is reconnecting'));
  if (remote.link === 'lost') return over(t('Not live: connection is lost'));
  if (frozen) return over(t('Not live: the picture stands still'));
  if (remote.link === 'weak')
    return { picture: true, words: t('Weak connection'), over: true, trouble: false };
  return { picture: true, words: null, over: false, trouble: false };
}
