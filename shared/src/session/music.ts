import { z } from 'zod';
import { reject, type Rejection } from '../rejection.ts';
import { unreachable } from '../result.ts';
import type { SessionState } from './state.ts';
import type { ClientView, TherapistView } from './view.ts';
import { words } from '../words.ts';

/*
 * Music plays on the client's own device. The therapist proposes; the client's side decides (MU1), and
 * says what plays. What the client's own files are called never leaves their device.
 */

/** What the device makes by itself. */
export const Soundscape = z.enum(['drone', 'rain', 'ocean']);
export type Soundscape = z.infer<typeof Soundscape>;

/** `own`: the client's own files. */
export const MusicSource = z.enum(['own', ...Soundscape.options]);
export type MusicSource = z.infer<typeof MusicSource>;

export const MusicProposal = z.enum([...MusicSource.options, 'softer', 'louder', 'fade_out']);
export type MusicProposal = z.infer<typeof MusicProposal>;

const id = z.string().min(1).max(64);
/** Null: silence. */
const source = MusicSource.nullable();
/** Steps of the volume, the softest first. */
export const LOUDEST = 5;
const volume = z.int().min(1).max(LOUDEST);

export const MusicCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('music.propose'), what: MusicProposal }),
  z.object({ type: z.literal('music.withdraw'), proposalId: id }),
  z.object({ type: z.literal('music.answer'), proposalId: id, accepted: z.boolean() }),
  z.object({ type: z.literal('music.report'), source, volume }),
]);
export type MusicCommand = z.infer<typeof MusicCommand>;

export const MusicEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('music.proposed'), proposalId: z.string(), what: MusicProposal }),
  z.object({ type: z.literal('music.withdrawn'), proposalId: z.string() }),
  z.object({
    type: z.literal('music.answered'),
    proposalId: z.string(),
    what: MusicProposal,
    accepted: z.boolean(),
  }),
  z.object({ type: z.literal('music.reported'), source, volume }),
]);
export type MusicEvent = z.infer<typeof MusicEvent>;

export interface ProposedMusic {
  /** The commandId of the proposal. */
  proposalId: string;
  what: MusicProposal;
  /** ms since the epoch, server's clock, as are all times here. */
  at: number;
}

export interface Music {
  /** On the client's screen until it is answered, taken back or replaced: it may be ignored. */
  proposal: ProposedMusic | null;
  answer: { what: MusicProposal; accepted: boolean; at: number } | null;
  /** What the client's device last said; null before it said anything. */
  playing: { source: MusicSource | null; volume: number; at: number } | null;
}

export const NO_MUSIC: Music = { proposal: null, answer: null, playing: null };

const GONE = reject('not_found', words('This proposal is no longer open.'));

export function refuseProposal(
  view: TherapistView,
  command: Extract<MusicCommand, { type: 'music.propose' | 'music.withdraw' }>,
): Rejection | null {
  if (command.type === 'music.withdraw') {
    return view.music.proposal?.proposalId === command.proposalId ? null : GONE;
  }
  return view.people.client.admission === 'admitted'
    ? null
    : reject('presence_needed', words('The client is not in the room yet.'));
}

export const refuseMusicAnswer = (view: ClientView, proposalId: string): Rejection | null =>
  view.musicProposal?.proposalId === proposalId ? null : GONE;

export function decideMusic(
  { music }: Pick<SessionState, 'music'>,
  command: MusicCommand,
  commandId: string,
): MusicEvent[] {
  switch (command.type) {
    case 'music.propose':
      return [{ type: 'music.proposed', proposalId: commandId, what: command.what }];
    case 'music.withdraw':
      return [{ type: 'music.withdrawn', proposalId: command.proposalId }];
    case 'music.answer': {
      const { proposalId, accepted } = command;
      const open = music.proposal?.proposalId === proposalId ? music.proposal : null;
      return open ? [{ type: 'music.answered', proposalId, what: open.what, accepted }] : [];
    }
    case 'music.report': {
      const { source, volume } = command;
      const playing = music.playing;
      const silent = (playing?.source ?? null) === null && source === null;
      const same = silent || (playing?.source === source && playing.volume === volume);
      return same ? [] : [{ type: 'music.reported', source, volume }];
    }
    default:
      return unreachable(command);
  }
}

export function evolveMusic(state: SessionState, event: MusicEvent, at: number): SessionState {
  const changed = (change: Partial<Music>): SessionState => ({
    ...state,
    music: { ...state.music, ...change },
  });
  switch (event.type) {
    case 'music.proposed':
      return changed({ proposal: { proposalId: event.proposalId, what: event.what, at } });
    case 'music.withdrawn':
      return changed({ proposal: null });
    case 'music.answered':
      return changed({
        proposal: null,
        answer: { what: event.what, accepted: event.accepted, at },
      });
    case 'music.reported':
      return changed({ playing: { source: event.source, volume: event.volume, at } });
    default:
      return unreachable(event);
  }
}
