import { Command } from '@sojourn/shared/session/command';
import type { Rejection } from '@sojourn/shared/rejection';
import type { LobbyView } from '@sojourn/shared/session/view';
import { m, t } from '../../language/index.ts';

export interface LobbyForm {
  name: string;
  /** Only the chaperone gives one. */
  phone: string;
}

export type FieldErrors = Partial<Record<keyof LobbyForm | 'form', string>>;

export type EnterCommand = Extract<Command, { type: 'lobby.enter' }>;

/** Which of its faces the lobby shows. */
export type LobbyScreen = 'form' | 'waiting' | 'declined' | 'over';

/** From the view alone: a reload comes back to the same place (LO2). */
export function lobbyScreen({
  admission,
  over,
}: Pick<LobbyView, 'admission' | 'over'>): LobbyScreen {
  if (over) return 'over';
  return admission === 'expected' ? 'form' : admission;
}

/** The command, or what is wrong with each field, by the schema that the server will ask too. */
export function enterCommand(
  { name, phone }: LobbyForm,
  role: LobbyView['role'],
): { command: EnterCommand } | { errors: FieldErrors } {
  const givesPhone = role === 'chaperone' && phone.trim() !== '';
  const parsed = Command.safeParse({ type: 'lobby.enter', name, ...(givesPhone && { phone }) });
  if (parsed.success && parsed.data.type === 'lobby.enter') return { command: parsed.data };
  const errors: FieldErrors = {};
  for (const { path, message } of parsed.error?.issues ?? []) errors[fieldOf(path[0])] ??= message;
  return { errors };
}

/** A refusal of the server stands at its field, where it names one. */
export const refusalErrors = ({ field, message }: Rejection): FieldErrors => ({
  [fieldOf(field)]: message,
});

const fieldOf = (field: PropertyKey | undefined): keyof FieldErrors =>
  field === 'name' || field === 'phone' ? field : 'form';

export interface LobbyWords {
  title: string;
  lead: string;
}

const FIRST_WORDS: Record<LobbyView['role'], string> = {
  client: m(
    'A few things first, in any order. Nothing is urgent: stop when you like, and come back.',
  ),
  chaperone: m('First, please read what you are asked to do. You can come back to this page.'),
};

const formWords = (role: LobbyView['role'], who: string) =>
  role === 'client'
    ? t('A moment to settle in before you meet {who}.', { who })
    : t('A moment to get ready before you meet {who}.', { who });

/** Above what is read and answered before the session. */
export function beforeTitle(
  role: LobbyView['role'],
  open: boolean,
  moment: 'ahead' | 'form' | 'waiting',
): string {
  if (open) return moment === 'waiting' ? t('While you wait, if you like') : t('In your own time');
  if (role === 'chaperone') return t('You agreed to help');
  return moment === 'ahead' ? t('All is done for now') : t('Everything is answered');
}

const whoWords = (therapistName: string) => therapistName || t('your therapist');
const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** @param open something can be read or answered first */
export function lobbyWords(view: LobbyView, open: boolean): LobbyWords {
  const who = whoWords(view.therapistName);
  switch (lobbyScreen(view)) {
    case 'form':
      return {
        title: view.role === 'client' ? t('Welcome') : t('Thank you for being there'),
        lead: open ? t(FIRST_WORDS[view.role]) : formWords(view.role, who),
      };
    case 'waiting':
      return {
        title: view.name ? t('You’re here, {name}', { name: view.name }) : t('You’re here'),
        lead: t('{who} will let you in.', { who: sentence(who) }),
      };
    case 'declined':
      return {
        title: t('Not just now'),
        lead: t('{who} could not let you in yet. It may only be a matter of timing.', {
          who: sentence(who),
        }),
      };
    case 'over':
      return view.over === 'cancelled'
        ? {
            title: t('Stopped for today'),
            lead: t('That was a good decision. You can close this page. Thank you for coming.'),
          }
        : {
            title: t('This session has ended'),
            lead: t('You can close this page. Thank you for coming.'),
          };
  }
}

/** Said while waiting, by what the person needs to know and nothing else. */
export function waitingWords({ role }: Pick<LobbyView, 'role'>): string[] {
  return role === 'client'
    ? [
        t('There is nothing you need to do. You can make yourself comfortable.'),
        t('If this page closes, open your link again.'),
      ]
    : [
        t('Turn your phone’s sound up, and plug it in if you can.'),
        t('If this page closes, open your link again.'),
      ];
}
