import type { InviteStatus } from '@sojourn/shared/http/api';
import type { GuestRole } from '@sojourn/shared/session/role';
import type { Tone } from '../../ui/index.ts';
import { m } from '../../language/index.ts';

export const ROLE_TITLES: Record<GuestRole, string> = {
  client: m('Client'),
  chaperone: m('Chaperone'),
};

const WORDS: Record<InviteStatus['state'], { words: string; tone: Tone }> = {
  none: { words: m('No link yet'), tone: 'waiting' },
  unused: { words: m('Not opened yet'), tone: 'waiting' },
  used: { words: m('Opened on their device'), tone: 'ok' },
  expired: { words: m('Expired'), tone: 'lost' },
  revoked: { words: m('Withdrawn'), tone: 'lost' },
};

export const inviteWords = (status: InviteStatus | undefined): { words: string; tone: Tone } =>
  WORDS[status?.state ?? 'none'];
