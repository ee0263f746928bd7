import { unreachable } from '../result.ts';
import { nameFirst, nameOf, said, type Names, type Said } from './event-words-parts.ts';
import { promptById } from './prompt-library.ts';
import type { PromptEvent, PromptResponse } from './prompt.ts';

const ANSWER_WORDS: Record<PromptResponse, string> = {
  keep: 'keeps the prompt',
  slower: 'asks for it slower',
  another_time: 'put the prompt off for another time',
};

export function promptWords(event: PromptEvent, names: Names): Said {
  const client = nameFirst(names, 'client');
  switch (event.type) {
    case 'prompt.offered': {
      const prompt = promptById(event.promptId);
      const title = prompt?.title ?? event.promptId;
      const who = event.by === 'client' ? `${client} opened a prompt` : 'Prompt offered';
      return said(`${who}: ${title}`, prompt ? `“${prompt.line}”` : null);
    }
    case 'prompt.replaced':
      return said('Prompt replaced by the next one');
    case 'prompt.withdrawn':
      return said('Prompt taken back');
    case 'prompt.shown':
      return said(`Prompt on the screen of ${nameOf(names, 'client')}`);
    case 'prompt.answered':
      return said(`${client} ${ANSWER_WORDS[event.response]}`);
    default:
      return unreachable(event);
  }
}
