import { useCallback, useEffect, useRef, useState } from 'react';
import { RedeemReply } from '@sojourn/shared/http/api';
import type { GuestRole } from '@sojourn/shared/session/role';
import { request } from '../../connection/api.ts';
import { t, told } from '../../language/index.ts';
import { LanguagePicker } from '../../language/language-picker.tsx';
import { Button, Notice, Page, Stack } from '../../ui/index.ts';

/** ms between two looks at whether the therapist has answered. */
const ASK_EVERY = 2_000;

interface JoinByInviteProps {
  /** The token from the URL's fragment. */
  token: string;
  onJoined: (sessionId: string, role: GuestRole) => void;
}

/** What the server says of a link that opens nothing any more. */
const VOID: readonly string[] = ['unknown', 'expired', 'revoked'];

type Stand = { at: 'opening' } | { at: 'fault'; words: string } | { at: RedeemReply['outcome'] };

/** Exchanges an invite for this browser's place; a second device asks the therapist (IN4). */
export function JoinByInvite({ token, onJoined }: JoinByInviteProps) {
  const [stand, setStand] = useState<Stand>({ at: 'opening' });
  const [sending, setSending] = useState(false);
  const opened = useRef(false);
  const underWay = useRef(false);

  const redeem = useCallback(
    async (ask: boolean) => {
      // One at a time: two that ask at once would be two devices.
      if (underWay.current) return;
      underWay.current = true;
      setSending(true);
      const reply = await request('POST', '/api/invites/redeem', RedeemReply, { token, ask });
      underWay.current = false;
      setSending(false);
      if (!reply.ok) {
        const { code, message } = reply.error;
        const fault = { at: 'fault', words: message } as const;
        // Who waits for the therapist goes on waiting through a bad line.
        return setStand((before) =>
          before.at === 'asking' && !VOID.includes(code) ? before : fault,
        );
      }
      const { outcome, sessionId, role } = reply.value;
      if (outcome === 'joined') return onJoined(sessionId, role);
      setStand({ at: outcome });
    },
    [token, onJoined],
  );

  useEffect(() => {
    if (opened.current) return;
    opened.current = true;
    void redeem(false);
  }, [redeem]);

  useEffect(() => {
    if (stand.at !== 'asking') return undefined;
    const look = () => void redeem(false);
    const timer = setInterval(look, ASK_EVERY);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [stand.at, redeem]);

  return (
    <Page
      title={stand.at === 'opening' ? t('One moment') : t('Your invitation')}
      width="narrow"
      aside={<LanguagePicker />}
    >
      <Standing
        stand={stand}
        sending={sending}
        ask={() => void redeem(true)}
        again={() => void redeem(false)}
      />
    </Page>
  );
}

interface StandingProps {
  stand: Stand;
  sending: boolean;
  ask: () => void;
  again: () => void;
}

function Standing({ stand, sending, ask, again }: StandingProps) {
  switch (stand.at) {
    case 'opening':
    case 'joined':
      return <p role="status">{t('Opening your place in the session…')}</p>;
    case 'fault':
      return (
        <Stack>
          <Notice tone="lost" live="alert">
            {told(stand.words)}
          </Notice>
          <Button pending={sending} onPress={again}>
            {t('Try again')}
          </Button>
        </Stack>
      );
    case 'used':
      return (
        <Stack>
          <Notice tone="waiting" title={t('This link was already opened on another device.')}>
            {t(
              'If that was you, go on there. If you want to use this device instead, your therapist can let it in.',
            )}
          </Notice>
          <Button variant="primary" size="large" pending={sending} onPress={ask}>
            {t('Ask to be let in')}
          </Button>
        </Stack>
      );
    case 'asking':
      return (
        <Notice tone="accent" title={t('Your therapist has been asked.')}>
          {t('Leave this page open. It goes on by itself as soon as they let this device in.')}
        </Notice>
      );
    case 'refused':
      return (
        <Notice tone="lost" title={t('This device was not let in.')}>
          {t('Please go on with the device that you used first, or call your therapist.')}
        </Notice>
      );
  }
}
