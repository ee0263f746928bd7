import { useSession } from '../../connection/use-session.ts';
import { Notice } from '../../ui/index.ts';
import { m, t } from '../../language/index.ts';

/** What a lost line means to whoever reads it. */
const WORDS = {
  therapist: m(
    'The connection to the server is lost. What you press is kept and sent again; calls and phones work as ever.',
  ),
  client: m('The line dropped for a moment. You are safe. It comes back by itself.'),
  chaperone: m('This phone lost its connection. It is trying again. Stay near.'),
  lobby: m('The connection is lost. It comes back by itself, and your place is kept.'),
} as const;

export function LinkNotice() {
  const link = useSession('link');
  const view = useSession('view');
  if (link === 'connected' || !view) return null;
  return (
    <Notice tone="lost" live="status">
      {t(WORDS[view.screen])}
    </Notice>
  );
}
