import { t } from '../../language/index.ts';
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
      words: otherTalks
        ? t('{other} is on the line, and waits for you.', { other })
        : idleWords(facts),
      secrecy: null,
      button: otherTalks ? t('Join {other}', { other }) : t('Talk with {other}', { other }),
      share: null,
    };
  }
  return { ...onTheLine(facts), ...secrecyOf(facts), button: t('Hang up') };
}

const idleWords = ({ role, other, client }: Facts): string =>
  role === 'therapist'
    ? t('By voice, beside the session: {client} hears nothing of it.', { client })
    : t('By voice, between you and {other}.', { other });

function onTheLine({ state, otherHere, otherTalks, sending, fault, other }: Facts) {
  if (fault) {
    const words = t('This device gives no microphone: {other} cannot hear you.', { other });
    return { name: otherTalks ? 'talking' : 'alone', words } as const;
  }
  if (state.name === 'waiting_for_server') {
    return { name: 'opening', words: t('The line does not answer. We keep trying.') } as const;
  }
  if (state.name !== 'live' || !sending) {
    return { name: 'opening', words: t('Connecting you with {other}…', { other }) } as const;
  }
  if (otherTalks)
    return { name: 'talking', words: t('You are talking with {other}.', { other }) } as const;
  const words = otherHere
    ? t('You are on the line. {other} is being asked to join.', { other })
    : t('You are on the line. {other} is not there: a call by phone may be quicker.', { other });
  return { name: 'alone', words } as const;
}

function secrecyOf({ withClient, microphone, client, other }: Facts) {
  if (!withClient) return { secrecy: null, share: null };
  const shared = microphone.status === 'live';
  return {
    secrecy: shared
      ? t('{client} hears you, too.', { client })
      : t('{client} does not hear you now.', { client }),
    share: {
      shared,
      words: shared
        ? t('Talk with {other} only', { other })
        : t('Let {client} hear you, too', { client }),
    },
  };
}
