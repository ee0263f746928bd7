import { unreachable } from '../result.ts';
import { words } from '../words.ts';
import { nameFirst, nameOf, quoted, said, type Names, type Said } from './event-words-parts.ts';
import type { PaceEvent, PaceKind } from './pace.ts';
import { promptById } from './prompt-library.ts';
import type { PromptEvent } from './prompt.ts';

type Offered = Extract<PromptEvent, { type: 'prompt.offered' }>;
type Answer = Extract<PromptEvent, { type: 'prompt.answered' }>['response'];

function offeredTitle({ by, despite }: Offered, client: string, title: string): string {
  if (by === 'client') return words('{client} opened a prompt: {title}', { client, title });
  return despite
    ? words('Prompt offered, though they would rather not have it: {title}', { title })
    : words('Prompt offered: {title}', { title });
}

function answerWords(response: Answer, client: string): string {
  switch (response) {
    case 'keep':
      return words('{client} keeps the prompt', { client });
    case 'slower':
      return words('{client} asks for it slower', { client });
    case 'another':
      return words('{client} would like another prompt', { client });
    case 'quiet':
      return words('{client} put the prompt away, for quiet', { client });
    case 'another_time':
      return words('{client} put the prompt off for another time', { client });
    default:
      return unreachable(response);
  }
}

function signalWords(kind: PaceKind, client: string): string {
  switch (kind) {
    case 'another':
      return words('{client} asks for something else', { client });
    case 'slower':
      return words('{client} asks for slower', { client });
    case 'quiet':
      return words('{client} asks for quiet', { client });
    case 'stay':
      return words('{client} asks: stay with me', { client });
    case 'ok':
      return words('{client} says: I’m OK', { client });
    default:
      return unreachable(kind);
  }
}

export function promptWords(event: PromptEvent, names: Names): Said {
  const client = nameFirst(names, 'client');
  switch (event.type) {
    case 'prompt.offered': {
      const prompt = promptById(event.promptId);
      const title = offeredTitle(
        event,
        client,
        event.text?.title ?? prompt?.title ?? event.promptId,
      );
      return event.text
        ? quoted(title, event.text.lines.join(' · '))
        : said(title, prompt?.lines.join(' · ') ?? null);
    }
    case 'prompt.replaced':
      return said(words('Prompt replaced by the next one'));
    case 'prompt.withdrawn':
      return said(words('Prompt taken back'));
    case 'prompt.shown':
      return said(words('Prompt on the screen of {client}', { client: nameOf(names, 'client') }));
    case 'prompt.stepped':
      return said(
        words('{client} is at line {line} of the prompt', { client, line: event.step + 1 }),
      );
    case 'prompt.answered':
      return said(answerWords(event.response, client));
    default:
      return unreachable(event);
  }
}

export function paceWords(event: PaceEvent, names: Names): Said {
  switch (event.type) {
    case 'pace.signalled':
      return said(signalWords(event.kind, nameFirst(names, 'client')));
    case 'pace.answered':
      return said(
        words('{therapist} has seen it, and answers', { therapist: nameFirst(names, 'therapist') }),
      );
    default:
      return unreachable(event);
  }
}
