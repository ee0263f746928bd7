import { unreachable } from '../result.ts';
import { words } from '../words.ts';
import { anotherAnswered, signalled, type PaceEvent } from './pace.ts';
import {
  avoided,
  isCurrent,
  nextOf,
  ownWords,
  WRITTEN,
  type PromptOffer,
  type PromptWords,
} from './prompt-offer.ts';
import type { PromptCommand, PromptEvent } from './prompt.ts';
import type { SessionState } from './state.ts';

const replaceCurrent = (state: SessionState): PromptEvent[] =>
  state.prompts
    .filter(isCurrent)
    .map((offer) => ({ type: 'prompt.replaced', offerId: offer.offerId }));

type Offered = Pick<PromptOffer, 'promptId' | 'spoken'> & {
  by: 'therapist' | 'client';
  following?: readonly string[];
  text?: PromptWords | null;
};

function offered(
  state: SessionState,
  commandId: string,
  { promptId, by, spoken, following = [], text = ownWords(state, promptId) }: Offered,
): PromptEvent {
  const despite = by === 'therapist' && avoided(state, promptId).length > 0;
  return {
    type: 'prompt.offered',
    offerId: commandId,
    promptId,
    by,
    ...(text && { text }),
    ...(spoken && { spoken }),
    ...(following.length > 0 && { following: [...following] }),
    ...(despite && { despite }),
  };
}

export function decidePrompt(
  state: SessionState,
  command: PromptCommand,
  context: { commandId: string; now: number },
): (PromptEvent | PaceEvent)[] {
  const { commandId } = context;
  const next = (offer: PromptOffer): PromptEvent[] => {
    const [promptId, ...following] = nextOf(state, offer);
    if (promptId === undefined) return [];
    return [
      offered(state, commandId, { promptId, by: 'therapist', spoken: offer.spoken, following }),
    ];
  };
  const find = (wanted: string) => state.prompts.find((offer) => offer.offerId === wanted);
  switch (command.type) {
    case 'prompt.offer': {
      const { promptId, spoken = false, following = [] } = command;
      const offer = offered(state, commandId, { promptId, by: 'therapist', spoken, following });
      return [...replaceCurrent(state), offer, ...anotherAnswered(state)];
    }
    case 'prompt.write': {
      const text = { title: words('Written for now'), lines: [command.words] };
      const spoken = command.spoken ?? false;
      const by = 'therapist';
      const offer = offered(state, commandId, { promptId: WRITTEN, by, spoken, text });
      return [...replaceCurrent(state), offer, ...anotherAnswered(state)];
    }
    case 'prompt.next': {
      const offer = find(command.offerId);
      return offer ? [...replaceCurrent(state), ...next(offer)] : [];
    }
    case 'prompt.open': {
      const { promptId } = command;
      return [
        ...replaceCurrent(state),
        offered(state, commandId, { promptId, by: 'client', spoken: false }),
        { type: 'prompt.shown', offerId: commandId },
      ];
    }
    case 'prompt.withdraw':
      return [{ type: 'prompt.withdrawn', offerId: command.offerId }];
    case 'prompt.shown':
      return find(command.offerId)?.state === 'offered'
        ? [{ type: 'prompt.shown', offerId: command.offerId }]
        : [];
    case 'prompt.step':
      return find(command.offerId)?.step === command.step
        ? []
        : [{ type: 'prompt.stepped', offerId: command.offerId, step: command.step }];
    case 'prompt.respond': {
      const { offerId: answeredId, response } = command;
      const offer = find(answeredId);
      const answer: PromptEvent = { type: 'prompt.answered', offerId: answeredId, response };
      if (response === 'slower') return [answer, ...signalled(state, 'slower', context)];
      if (response === 'keep' || !offer) return [answer];
      const following = next(offer);
      return following.length > 0
        ? [answer, ...following]
        : [answer, ...signalled(state, 'another', context)];
    }
    default:
      return unreachable(command);
  }
}
