import type { GuestRole } from '@sojourn/shared/session/role';
import { m, t } from '../language/index.ts';
import { Notice } from '../ui/index.ts';

const WORDS: Record<GuestRole, string> = {
  client: m(
    'This device may go to sleep by itself. Set its screen to stay on, and keep it charging.',
  ),
  chaperone: m(
    'This phone may go to sleep by itself, and this page cannot sound then. Set its screen to stay on, and keep it charging.',
  ),
};

/** A screen that the page cannot keep on: said before it matters (PR5). */
export const AsleepNotice = ({ as }: { as: GuestRole }) => (
  <Notice tone="waiting">{t(WORDS[as])}</Notice>
);
