import { useServerNow } from '../../connection/use-clock.ts';
import { usePress } from '../../connection/use-press.ts';
import { useView } from '../../connection/use-session.ts';
import { telLink } from '../../connection/words.ts';
import { Button, LinkButton, Notice } from '../../ui/index.ts';
import { waitingCalls, type CallLine } from './looks-model.ts';
import { t } from '../../language/index.ts';

/** What the chaperone asked for, until it is answered (LK2). */
export function WaitingCalls() {
  const view = useView('therapist');
  const now = useServerNow();
  return waitingCalls(view, now).map((call) => (
    <Waiting key={call.callId} call={call} phone={view.phones.chaperone} />
  ));
}

function Waiting({ call, phone }: { call: CallLine; phone: string | null }) {
  const { press, sending, refused } = usePress();
  const { callId, words, tone, waited } = call;
  return (
    <Notice
      tone={tone}
      icon="phone"
      live="alert"
      title={words}
      data-call={callId}
      actions={
        <>
          <Button
            variant="primary"
            pending={sending}
            onPress={() => void press({ type: 'call.answer', callId })}
          >
            {t('I’m calling')}
          </Button>
          {phone && (
            <LinkButton href={telLink(phone)} icon="phone">
              {phone}
            </LinkButton>
          )}
        </>
      }
    >
      {refused ? refused.message : t('For {waited}', { waited })}
    </Notice>
  );
}
