import type { Role } from '@sojourn/shared/session/role';
import type { EndReason } from '../connection/session-store.ts';
import { useKept } from '../connection/use-kept.ts';
import { useSession } from '../connection/use-session.ts';
import { nameOr, telLink } from '../connection/words.ts';
import { t } from '../language/index.ts';
import { PasteLink } from '../features/invite/index.ts';
import { LanguagePicker } from '../language/language-picker.tsx';
import { LinkButton, Notice, Page } from '../ui/index.ts';

interface EndedPageProps {
  reason: NonNullable<EndReason>;
  as: Role;
}

/** This browser is no longer part of the session: why, and what to do. */
export function EndedPage({ reason, as }: EndedPageProps) {
  if (as === 'therapist') {
    return (
      <Page
        title={t('Please sign in')}
        lead={t('You are not signed in on this browser, or the session is not yours.')}
        width="narrow"
        aside={<LanguagePicker />}
      >
        <Unheard />
        <LinkButton href="/sessions">{t('To the sessions')}</LinkButton>
      </Page>
    );
  }
  return reason === 'replaced' ? (
    <Page
      title={t('You are in on another device')}
      lead={t(
        'Your therapist let another device in, and this one was let go. You can close this page.',
      )}
      width="narrow"
      aside={<LanguagePicker />}
    >
      <Unheard />
    </Page>
  ) : (
    <Page
      title={t('This device has no place here')}
      lead={t('Open the invite link that your therapist sent you, or ask for a new one.')}
      width="narrow"
      aside={<LanguagePicker />}
    >
      <Unheard />
      {/* A new page: this one's connection is of a place that it has not. */}
      <PasteLink onToken={(token) => location.assign(`/join#${token}`)} />
    </Page>
  );
}

/** An alert that was pressed here is nobody's: the other device does not know of it (AL13). */
function Unheard() {
  const unheard = useSession('unheard');
  const kept = useKept();
  if (!unheard) return null;
  const whom = kept?.role === 'chaperone' ? 'therapist' : 'chaperone';
  const { name = '', phone = null } = kept?.people[whom] ?? {};
  return (
    <>
      <Notice tone="lost" title={t('What you pressed here did not go out.')}>
        {kept?.role === 'therapist'
          ? t('Call now. Sign in again to go on here.')
          : t('Press it again on the other device, or call.')}
      </Notice>
      {phone !== null && (
        <LinkButton href={telLink(phone)} icon="phone" size="large" wide>
          {t('Call {name}', { name: nameOr(name, whom) })}
        </LinkButton>
      )}
    </>
  );
}
