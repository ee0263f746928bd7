import { unreachable } from '../result.ts';
import type { AlertEvent, AlertPriority, RaiseKind } from './alert.ts';
import { nameFirst, nameOf, said, type Names, type Said } from './event-words-parts.ts';
import { promptById } from './prompt-library.ts';
import type { PromptEvent, PromptResponse } from './prompt.ts';

/** What was pressed. */
export const ALERT_WORDS: Record<RaiseKind, string> = {
  please_come: 'Please come',
  go_now: 'Go now',
  help: 'Help',
};
const PRIORITY_WORDS: Record<AlertPriority, string> = {
  high: 'High alert',
  medium: 'Alert',
  low: 'Information',
};

export function alertWords(event: AlertEvent, names: Names): Said {
  switch (event.type) {
    case 'alert.raised': {
      const pressed = `${nameFirst(names, event.by)} pressed ${ALERT_WORDS[event.kind]}`;
      return said(`${PRIORITY_WORDS[event.priority]}: ${pressed}`, event.reason);
    }
    case 'alert.repeated':
      return said('Alert pressed again', event.reason);
    case 'alert.seen':
      return said(`Alert on the screen of ${nameOf(names, 'chaperone')}`);
    case 'alert.going':
      return said(`${nameFirst(names, 'chaperone')} is going`);
    case 'alert.with_client':
      return said(`${nameFirst(names, 'chaperone')} is with ${nameOf(names, 'client')}`);
    case 'alert.resolved':
      return said(
        'Alert resolved',
        event.because === 'handed_over' ? 'Emergency services are with the client.' : null,
      );
    default:
      return unreachable(event);
  }
}

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
