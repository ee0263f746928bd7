import { useEffect, useRef, type ReactNode } from 'react';
import { useConnection, useSession, useView } from '../../connection/use-session.ts';
import { nameOr, telLink } from '../../connection/words.ts';
import { AlertDialog, Button, LinkButton, Notice } from '../../ui/index.ts';
import { chaperoneAlert, isWithClient, newlySeen } from './chaperone-alert-model.ts';
import { sound, unlockSound } from './siren.ts';
import { soundingKey, soundingPriority } from './siren-model.ts';

export interface ChaperoneAlertProps {
  onCard: () => void;
  /** The way to talk with the therapist: on the alert's colours, or on the page. */
  line: { onAlert: ReactNode; onPage: ReactNode };
}

/** The chaperone's phone while an alert is open: siren, vibration, one card, two answers. */
export function ChaperoneAlert({ onCard, line }: ChaperoneAlertProps) {
  const view = useView('chaperone');
  const connection = useConnection();
  const { pending, link } = useSession();
  useSeenWhenShown();
  useSiren();

  const model = chaperoneAlert(view);
  const { name, connected } = view.people.therapist;
  const therapist = nameOr(name, 'therapist');
  const answer = (type: 'alert.going' | 'alert.with_client') => {
    // Any tap may give the phone its voice: the next alert shall be heard.
    void unlockSound();
    for (const alertId of model?.answers[type] ?? []) void connection.send({ type, alertId });
  };
  const sending = (type: 'alert.going' | 'alert.with_client') =>
    pending.some((press) => press.command.type === type);
  const call = view.therapistPhone;

  return (
    <>
      {!model && line.onPage}
      {!model && isWithClient(view) && (
        <Notice tone="ok" title="Stay with them.">
          {`${therapist} can see that you are there, and closes the alert.`}
        </Notice>
      )}
      <AlertDialog
        open={model !== null}
        label="Chaperone alert"
        title={model?.title}
        tone={model?.priority === 'high' ? 'high' : 'medium'}
        fullScreen
        actions={
          model && (
            <>
              {!model.going && (
                <Button
                  size="client"
                  wide
                  icon="check"
                  pending={sending('alert.going')}
                  onPress={() => answer('alert.going')}
                >
                  {"I'm going"}
                </Button>
              )}
              <Button
                size="client"
                wide
                icon="heart"
                pending={sending('alert.with_client')}
                onPress={() => answer('alert.with_client')}
              >
                {"I'm with them"}
              </Button>
              {line.onAlert}
              <Button size="large" wide icon="card" onPress={onCard}>
                Emergency card
              </Button>
              {call && (link !== 'connected' || !connected) && (
                <LinkButton href={telLink(call)} icon="phone" size="large" wide>
                  {`Call ${therapist}`}
                </LinkButton>
              )}
            </>
          )
        }
      >
        {model?.why.map(({ alertId, words }) => (
          <p key={alertId} data-alert={alertId}>
            {words}
          </p>
        ))}
        {model?.going && <p>{`${therapist} knows that you are going.`}</p>}
        {link !== 'connected' && <p>Your phone lost its connection. Go all the same.</p>}
      </AlertDialog>
    </>
  );
}

/** "Seen" is sent by being on a visible screen, once an alert. */
function useSeenWhenShown() {
  const view = useView('chaperone');
  const connection = useConnection();
  const told = useRef(new Set<string>());
  useEffect(() => {
    const tell = () => {
      if (document.visibilityState !== 'visible') return;
      for (const alertId of newlySeen(view)) {
        if (told.current.has(alertId)) continue;
        told.current.add(alertId);
        void connection.send({ type: 'alert.seen', alertId });
      }
    };
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, [view, connection]);
}

function useSiren() {
  const { alerts } = useView('chaperone');
  const priority = soundingPriority(alerts);
  const key = soundingKey(alerts);
  useEffect(() => {
    // A new press changes the key, and so sounds at once.
    return key && priority ? sound(priority) : undefined;
  }, [priority, key]);
}
