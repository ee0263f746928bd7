import { z } from 'zod';
import { reject, type Rejection } from '../rejection.ts';
import { unreachable } from '../result.ts';
import { typedText } from '../text.ts';
import { words } from '../words.ts';
import { LINES_MAX } from './library/exercise.ts';
import { promptById } from './prompt-library.ts';
import {
  avoided,
  canBeOffered,
  isCurrent,
  linesOf,
  nextOf,
  PHRASE,
  PromptWords,
  type Helped,
  type OfferState,
  type PromptOffer,
} from './prompt-offer.ts';
import type { SessionState } from './state.ts';
import type { ClientView, TherapistView } from './view.ts';

/* Grounding prompts: offered by the therapist, or opened by the client alone. */

const id = z.string().min(1).max(80);

/** The client's one-tap answers to a prompt on the screen. */
export const PromptResponse = z.enum(['keep', 'slower', 'another']);
export type PromptResponse = z.infer<typeof PromptResponse>;

/** Most characters of a line that the therapist writes. */
export const WRITTEN_MAX = 200;
/** Two or three in a row (GR8). */
const THEN_MAX = 2;

export const PromptCommand = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('prompt.offer'),
    promptId: id,
    /** The device reads it aloud. */
    spoken: z.boolean().optional(),
    /** What comes after it, by a tap. */
    following: z.array(id).max(THEN_MAX, words('At most three prompts in a row.')).optional(),
    /** The therapist knows that the client would rather not (GR7). */
    aware: z.boolean().optional(),
  }),
  z.object({
    type: z.literal('prompt.write'),
    words: typedText(words('Your line'), WRITTEN_MAX),
    spoken: z.boolean().optional(),
  }),
  z.object({ type: z.literal('prompt.next'), offerId: id }),
  z.object({ type: z.literal('prompt.withdraw'), offerId: id }),
  z.object({ type: z.literal('prompt.open'), promptId: id }),
  z.object({ type: z.literal('prompt.shown'), offerId: id }),
  z.object({
    type: z.literal('prompt.step'),
    offerId: id,
    step: z
      .int()
      .min(0)
      .max(LINES_MAX - 1),
  }),
  z.object({ type: z.literal('prompt.respond'), offerId: id, response: PromptResponse }),
]);
export type PromptCommand = z.infer<typeof PromptCommand>;
type Of<T extends PromptCommand['type']> = Extract<PromptCommand, { type: T }>;

const offerId = z.string();
export const PromptEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('prompt.offered'),
    offerId,
    promptId: z.string(),
    by: z.enum(['therapist', 'client']),
    /** Absent: the library's own words. */
    text: PromptWords.optional(),
    spoken: z.boolean().optional(),
    following: z.array(z.string()).optional(),
    /** The client had marked it as one of those they would rather not have. */
    despite: z.boolean().optional(),
  }),
  z.object({ type: z.literal('prompt.replaced'), offerId }),
  z.object({ type: z.literal('prompt.withdrawn'), offerId }),
  z.object({ type: z.literal('prompt.shown'), offerId }),
  z.object({ type: z.literal('prompt.stepped'), offerId, step: z.int() }),
  z.object({
    type: z.literal('prompt.answered'),
    offerId,
    /** `another_time`: of sessions from before there was "another". */
    response: z.enum([...PromptResponse.options, 'quiet', 'another_time']),
  }),
]);
export type PromptEvent = z.infer<typeof PromptEvent>;
type Response = Extract<PromptEvent, { type: 'prompt.answered' }>['response'];

const NO_PROMPT = reject('not_found', words('There is no such prompt.'));

export function refuseOffer(
  view: TherapistView,
  command: Of<'prompt.offer' | 'prompt.write' | 'prompt.next' | 'prompt.withdraw'>,
): Rejection | null {
  const absent =
    view.people.client.admission === 'admitted'
      ? null
      : reject('presence_needed', words('The client is not in the room yet.'));
  switch (command.type) {
    case 'prompt.offer': {
      const all = [command.promptId, ...(command.following ?? [])];
      if (!all.every((promptId) => canBeOffered(view, promptId))) return NO_PROMPT;
      const unwanted = all.some((promptId) => avoided(view, promptId).length > 0);
      return unwanted && !command.aware
        ? reject(
            'not_allowed',
            words('The client asked not to be offered this. A second tap offers it.'),
          )
        : absent;
    }
    case 'prompt.write':
      return absent;
    case 'prompt.next': {
      const offer = view.prompts.find((o) => o.offerId === command.offerId && isCurrent(o));
      return offer && nextOf(view, offer).length > 0
        ? null
        : reject('not_found', words('There is nothing after this prompt.'));
    }
    case 'prompt.withdraw':
      return view.prompts.some((o) => o.offerId === command.offerId && isCurrent(o))
        ? null
        : reject('not_found', words('This prompt is no longer on the client’s screen.'));
    default:
      return unreachable(command);
  }
}

export function refuseAnswer(
  view: ClientView,
  command: Of<'prompt.open' | 'prompt.shown' | 'prompt.step' | 'prompt.respond'>,
): Rejection | null {
  if (command.type === 'prompt.open') {
    const own = command.promptId === PHRASE && view.grounding.phrase !== null;
    return own || promptById(command.promptId)?.alone ? null : NO_PROMPT;
  }
  const { prompt } = view;
  if (prompt?.offerId !== command.offerId) {
    return reject('not_found', words('This prompt is no longer on the screen.'));
  }
  return command.type === 'prompt.step' && command.step >= linesOf(prompt).length
    ? reject('not_found', words('There is no such line.'))
    : null;
}

const ANSWERED: Record<Exclude<Response, 'slower'>, OfferState> = {
  keep: 'kept',
  another: 'dismissed',
  quiet: 'dismissed',
  another_time: 'dismissed',
};
/** The newest offers; the record holds all. */
const OFFERS_KEPT = 20;
/** What helped, for the page that the client takes home. */
const HELPED_KEPT = 20;

function withHelped(helped: readonly Helped[], { promptId, words }: PromptOffer) {
  const isSame = (other: Helped) =>
    other.promptId === promptId && other.words?.lines[0] === words?.lines[0];
  return helped.some(isSame) ? helped : [...helped, { promptId, words }].slice(-HELPED_KEPT);
}

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
        words: event.text ?? null,
        offeredBy: event.by,
        state: 'offered',
        spoken: event.spoken ?? false,
        step: 0,
        following: event.following ?? [],
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
    case 'prompt.stepped':
      return changed({ step: event.step });
    case 'prompt.answered': {
      if (event.response === 'slower') return changed({ slowerAskedAt: at });
      const next = changed({ state: ANSWERED[event.response], answeredAt: at });
      const offer = state.prompts.find((o) => o.offerId === event.offerId);
      if (event.response !== 'keep' || !offer) return next;
      return { ...next, helped: withHelped(state.helped, offer) };
    }
    default:
      return unreachable(event);
  }
}
