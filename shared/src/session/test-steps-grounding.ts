import fc from 'fast-check';
import type { Command } from './command.ts';
import { Caution } from './library/exercise.ts';
import { PaceKind } from './pace.ts';
import { PROMPTS } from './prompt-library.ts';
import { PromptResponse } from './prompt.ts';
import type { SessionState } from './state.ts';
import { at, pick } from './test-steps-system.ts';

/* Test support: any command of the grounding, by anybody. */

const offerId = (s: SessionState, place: number) =>
  at(
    s.prompts.map((p) => p.offerId),
    place,
  );
const signalId = (s: SessionState, place: number) =>
  at(
    s.pace.map((signal) => signal.signalId),
    place,
  );
const anyPrompt = fc.constantFrom('nothing', 'phrase', ...PROMPTS.map((p) => p.promptId));

export const grounding: fc.Arbitrary<(state: SessionState) => Command> = fc.oneof(
  fc
    .tuple(anyPrompt, fc.constantFrom([], ['feet'], ['phrase', 'body-scan']), fc.boolean())
    .map(([promptId, following, aware]) => (): Command => ({
      type: 'prompt.offer',
      promptId,
      following: [...following],
      aware,
    })),
  anyPrompt.map((promptId) => (): Command => ({ type: 'prompt.open', promptId })),
  fc.constant((): Command => ({ type: 'prompt.write', words: 'The sea is near', spoken: true })),
  fc
    .tuple(fc.constantFrom('prompt.withdraw', 'prompt.shown', 'prompt.next'), pick)
    .map(([type, place]) => (s: SessionState): Command => ({ type, offerId: offerId(s, place) })),
  fc.tuple(fc.nat(3), pick).map(([step, place]) => (s: SessionState): Command => ({
    type: 'prompt.step',
    offerId: offerId(s, place),
    step,
  })),
  fc
    .tuple(fc.constantFrom(...PromptResponse.options), pick)
    .map(([response, place]) => (s: SessionState): Command => ({
      type: 'prompt.respond',
      offerId: offerId(s, place),
      response,
    })),
  fc
    .constantFrom(...PaceKind.options)
    .map((kind) => (): Command => ({ type: 'pace.signal', kind })),
  pick.map((place) => (s: SessionState): Command => ({
    type: 'pace.answer',
    signalId: signalId(s, place),
  })),
  fc
    .tuple(fc.constantFrom(...Caution.options), fc.boolean())
    .map(([caution, on]) => (): Command => ({ type: 'avoid.mark', caution, on })),
);
