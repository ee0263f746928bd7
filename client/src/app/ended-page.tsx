import type { Role } from '@sojourn/shared/session/role';
import type { EndReason } from '../connection/session-store.ts';
import { LinkButton, Page } from '../ui/index.ts';

interface EndedPageProps {
  reason: NonNullable<EndReason>;
  as: Role;
}

/** This browser is no longer part of the session: why, and what to do. */
export function EndedPage({ reason, as }: EndedPageProps) {
  if (as === 'therapist') {
    return (
      <Page
        title="Please sign in"
        lead="You are not signed in on this browser, or the session is not yours."
        width="narrow"
      >
        <LinkButton href="/sessions">To the sessions</LinkButton>
      </Page>
    );
  }
  return reason === 'replaced' ? (
    <Page
      title="You are in on another device"
      lead="Your therapist let another device in, and this one was let go. You can close this page."
      width="narrow"
    >
      {null}
    </Page>
  ) : (
    <Page
      title="This device has no place here"
      lead="Open the invite link that your therapist sent you, or ask for a new one."
      width="narrow"
    >
      {null}
    </Page>
  );
}
