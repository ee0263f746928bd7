import { z } from 'zod';
import { reject, type Rejection } from '../rejection.ts';
import { unreachable } from '../result.ts';
import { promptById } from './prompt-library.ts';
import type { SessionState } from './state.ts';
import type { ClientView, TherapistView } from './view.ts';

/* Grounding prompts: offered by the therapist, or opened by the client alone. */

const id = z.string().min(1).max(64);

/** The client's one-tap answers to a prompt on the screen. */
export const PromptResponse = z.enum(['keep', 'slower', 'another_time']);
export type PromptResponse = z.infer<typeof PromptResponse>;

export const PromptCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('prompt.offer'), promptId: id }),
  z.object({ type: z.literal('prompt.withdraw'), offerId: id }),
  z.object({ type: z.literal('prompt.open'), promptId: id }),
  z.object({ type: z.literal('prompt.shown'), offerId: id }),
  z.object({ type: z.literal('prompt.respond'), offerId: id, response: PromptResponse }),
]);
export type PromptCommand = z.infer<typeof PromptCommand>;

const offerId = z.string();
export const PromptEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('prompt.offered'),
    offerId,
    promptId: z.string(),
    by: z.enum(['therapist', 'client']),
  }),
  z.object({ type: z.literal('prompt.replaced'), offerId }),
  z.object({ type: z.literal('prompt.withdrawn'), offerId }),
  z.object({ type: z.literal('prompt.shown'), offerId }),
  z.object({ type: z.literal('prompt.answered'), offerId, response: PromptResponse }),
]);
export type PromptEvent = z.infer<typeof PromptEvent>;

export type OfferState = 'offered' | 'shown' | 'kept' | 'dismissed' | 'withdrawn' | 'replaced';

/** One grounding prompt on its way to, on, or gone from the client's screen. */
export interface PromptOffer {
  /** The commandId of the offer. */
  offerId: string;
  promptId: string;
  offeredBy: 'therapist' | 'client';
  state: OfferState;
  /** ms since the epoch, server's clock. */
  offeredAt: number;
  shownAt: number | null;
  answeredAt: number | null;
  /** When the client last asked for it slower; null when never. */
  slowerAskedAt: number | null;
}

/** On the client's screen, or on its way there. At most one offer is (GR3). */
export const isCurrent = (offer: PromptOffer): boolean =>
  offer.state === 'offered' || offer.state === 'shown' || offer.state === 'kept';

const NO_PROMPT = reject('not_found', 'There is no such prompt.');

export function refuseOffer(
  view: TherapistView,
  command: Extract<PromptCommand, { type: 'prompt.offer' | 'prompt.withdraw' }>,
): Rejection | null {
  if (command.type === 'prompt.offer') {
    if (!promptById(command.promptId)) return NO_PROMPT;
    return view.people.client.admission === 'admitted'
      ? null
      : reject('presence_needed', 'The client is not in the room yet.');
  }
  return view.prompts.some((o) => o.offerId === command.offerId && isCurrent(o))
    ? null
    : reject('not_found', 'This prompt is no longer on the client’s screen.');
}

export function refuseAnswer(
  view: ClientView,
  command: Extract<PromptCommand, { type: 'prompt.open' | 'prompt.shown' | 'prompt.respond' }>,
): Rejection | null {
  if (command.type === 'prompt.open') {
    return promptById(command.promptId)?.alone ? null : NO_PROMPT;
  }
  return view.prompt?.offerId === command.offerId
    ? null
    : reject('not_found', 'This prompt is no longer on the screen.');
}

const replaceCurrent = (state: SessionState): PromptEvent[] =>
  state.prompts
    .filter(isCurrent)
    .map((offer) => ({ type: 'prompt.replaced', offerId: offer.offerId }));

export function decidePrompt(
  state: SessionState,
  command: PromptCommand,
  commandId: string,
): PromptEvent[] {
  const offered = (promptId: string, by: 'therapist' | 'client'): PromptEvent[] => [
    ...replaceCurrent(state),
    { type: 'prompt.offered', offerId: commandId, promptId, by },
  ];
  switch (command.type) {
    case 'prompt.offer':
      return offered(command.promptId, 'therapist');
    case 'prompt.open':
      return [...offered(command.promptId, 'client'), { type: 'prompt.shown', offerId: commandId }];
    case 'prompt.withdraw':
      return [{ type: 'prompt.withdrawn', offerId: command.offerId }];
    case 'prompt.shown':
      return state.prompts.some((o) => o.offerId === command.offerId && o.state === 'offered')
        ? [{ type: 'prompt.shown', offerId: command.offerId }]
        : [];
    case 'prompt.respond':
      return [{ type: 'prompt.answered', offerId: command.offerId, response: command.response }];
    default:
      return unreachable(command);
  }
}

const ANSWERED: Record<Exclude<PromptResponse, 'slower'>, OfferState> = {
  keep: 'kept',
  another_time: 'dismissed',
};
/** The newest offers; the record holds all. */
const OFFERS_KEPT = 20;

export function evolvePrompt(state: SessionState, event: PromptEvent, at: number): SessionState {
  const changed = (change: Partial<PromptOffer>): SessionState => ({
    ...state,
    prompts: state.prompts.map((o) => (o.offerId === event.offerId ? { ...o, ...change } : o)),
  });
  switch (event.type) {
    case 'prompt.offered': {
      const offer: PromptOffer = {
        offerId: event.offerId,
        promptId: event.promptId,
        offeredBy: event.by,
        state: 'offered',
        offeredAt: at,
        shownAt: null,
        answeredAt: null,
        slowerAskedAt: null,
      };
      return { ...state, prompts: [...state.prompts, offer].slice(-OFFERS_KEPT) };
    }
    case 'prompt.replaced':
      return changed({ state: 'replaced' });
    case 'prompt.withdrawn':
      return changed({ state: 'withdrawn' });
    case 'prompt.shown':
      return changed({ state: 'shown', shownAt: at });
    case 'prompt.answered':
      return event.response === 'slower'
        ? changed({ slowerAskedAt: at })
        : changed({ state: ANSWERED[event.response], answeredAt: at });
    default:
      return unreachable(event);
  }
}
