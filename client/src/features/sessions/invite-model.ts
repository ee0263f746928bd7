import type { InviteStatus } from '@sojourn/shared/http/api';
import type { GuestRole } from '@sojourn/shared/session/role';
import type { Tone } from '../../ui/index.ts';

export const ROLE_TITLES: Record<GuestRole, string> = { client: 'Client', chaperone: 'Chaperone' };

const WORDS: Record<InviteStatus['state'], { words: string; tone: Tone }> = {
  none: { words: 'No link yet', tone: 'waiting' },
  unused: { words: 'Not opened yet', tone: 'waiting' },
  used: { words: 'Opened on their device', tone: 'ok' },
  expired: { words: 'Expired', tone: 'lost' },
  revoked: { words: 'Withdrawn', tone: 'lost' },
};

export const inviteWords = (status: InviteStatus | undefined): { words: string; tone: Tone } =>
  WORDS[status?.state ?? 'none'];
