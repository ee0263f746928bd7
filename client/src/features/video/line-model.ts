import type { DeviceState } from '../../media/index.ts';
import type { LineSnapshot, Talker } from './line-connection.ts';

interface Facts extends Pick<
  LineSnapshot,
  'talking' | 'state' | 'otherHere' | 'otherTalks' | 'sending' | 'fault'
> {
  role: Talker;
  /** Names as they stand on this screen. */
  other: string;
  client: string;
  /** This person is in the room with the client, too. */
  withClient: boolean;
  /** Their own microphone, as far as that room is concerned. */
  microphone: Pick<DeviceState, 'status'>;
}

export interface LineModel {
  /** idle: nobody talks · rings: the other one waits · opening · alone: we wait · talking */
  name: 'idle' | 'rings' | 'opening' | 'alone' | 'talking';
  words: string;
  /** Who else hears us, which nobody may have to guess; null: nobody could. */
  secrecy: string | null;
  button: string;
  /** The other choice: to be heard by the client as well, or not any more. */
  share: { words: string; shared: boolean } | null;
}

/** What is true of the line, and the one tap that is next (LN1). */
export function lineModel(facts: Facts): LineModel {
  const { talking, other, otherTalks } = facts;
  if (!talking) {
    return {
      name: otherTalks ? 'rings' : 'idle',
      words: otherTalks ? `${other} is on the line, and waits for you.` : idleWords(facts),
      secrecy: null,
      button: otherTalks ? `Join ${other}` : `Talk with ${other}`,
      share: null,
    };
  }
  return { ...onTheLine(facts), ...secrecyOf(facts), button: 'Hang up' };
}

const idleWords = ({ role, other, client }: Facts): string =>
  role === 'therapist'
    ? `By voice, beside the session: ${client} hears nothing of it.`
    : `By voice, between you and ${other}.`;

function onTheLine({ state, otherHere, otherTalks, sending, fault, other }: Facts) {
  if (fault) {
    const words = `This device gives no microphone: ${other} cannot hear you.`;
    return { name: otherTalks ? 'talking' : 'alone', words } as const;
  }
  if (state.name === 'waiting_for_server') {
    return { name: 'opening', words: 'The line does not answer. We keep trying.' } as const;
  }
  if (state.name !== 'live' || !sending) {
    return { name: 'opening', words: `Connecting you with ${other}…` } as const;
  }
  if (otherTalks) return { name: 'talking', words: `You are talking with ${other}.` } as const;
  const words = otherHere
    ? `You are on the line. ${other} is being asked to join.`
    : `You are on the line. ${other} is not there: a call by phone may be quicker.`;
  return { name: 'alone', words } as const;
}

function secrecyOf({ withClient, microphone, client, other }: Facts) {
  if (!withClient) return { secrecy: null, share: null };
  const shared = microphone.status === 'live';
  return {
    secrecy: shared ? `${client} hears you, too.` : `${client} does not hear you now.`,
    share: { shared, words: shared ? `Talk with ${other} only` : `Let ${client} hear you, too` },
  };
}
