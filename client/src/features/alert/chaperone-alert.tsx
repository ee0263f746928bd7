import { useEffect, useRef, type ReactNode } from 'react';
import { useServerNow } from '../../connection/use-clock.ts';
import { usePress } from '../../connection/use-press.ts';
import { useConnection, useSession, useView } from '../../connection/use-session.ts';
import { hourWords, nameOr, telLink } from '../../connection/words.ts';
import { t } from '../../language/index.ts';
import { AlertDialog, Button, LinkButton, Notice } from '../../ui/index.ts';
import { chaperoneAlert, isWithClient, newlySeen } from './chaperone-alert-model.ts';
import styles from './chaperone-alert.module.css';
import { sound, unlockSound } from './siren.ts';
import { soundingKey, soundingPriority } from './siren-model.ts';

export interface ChaperoneAlertProps {
  onCard: () => void;
  /** The way to talk with the therapist, on the alert's colours. */
  line: ReactNode;
}

/** The chaperone's phone while an alert is open: siren, vibration, one card, two answers. */
export function ChaperoneAlert({ onCard, line }: ChaperoneAlertProps) {
  const view = useView('chaperone');
  const connection = useConnection();
  const pending = useSession('pending');
  const link = useSession('link');
  useSeenWhenShown();
  useSiren();

  const now = useServerNow();
  const model = chaperoneAlert(view, now);
  const { press: silence, sending: silencing } = usePress();
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
    <AlertDialog
      open={model !== null}
      label={t('Chaperone alert')}
      title={model?.title}
      tone={model?.priority ?? 'medium'}
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
                {t("I'm going")}
              </Button>
            )}
            <Button
              size="client"
              wide
              icon="heart"
              pending={sending('alert.with_client')}
              onPress={() => answer('alert.with_client')}
            >
              {t("I'm with them")}
            </Button>
            {line}
            <div className={styles.pair}>
              <Button size="large" wide icon="card" onPress={onCard}>
                {t('Emergency card')}
              </Button>
              {model.silences.length > 0 && (
                <Button
                  size="large"
                  wide
                  icon="sound-off"
                  pending={silencing}
                  onPress={() => {
                    for (const alertId of model.silences) {
                      void silence({ type: 'alert.silence', alertId });
                    }
                  }}
                >
                  {t('Silence for 2 minutes')}
                </Button>
              )}
            </div>
            {call && (link !== 'connected' || !connected || model.callTherapist) && (
              <LinkButton href={telLink(call)} icon="phone" size="large" wide>
                {t('Call {therapist}', { therapist })}
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
      {model?.going && !model.overdue && (
        <p>{t('{therapist} knows that you are going.', { therapist })}</p>
      )}
      {model?.secondGoes && (
        <p>{t('The second contact is on the way. You are nearer: please go.')}</p>
      )}
      {model?.overdue && (
        <p>{t("You are on your way. Once you are there, tap “I'm with them”.")}</p>
      )}
      {model && model.silentUntil !== null && (
        <p className={styles.silent}>
          {t('Silent until {time}.', { time: hourWords(model.silentUntil) })}
        </p>
      )}
      {link !== 'connected' && <p>{t('Your phone lost its connection. Go all the same.')}</p>}
    </AlertDialog>
  );
}

/** What stands on the page while no alert has the screen: the line, and to stay where they are. */
export function NoAlert({ line }: Pick<ChaperoneAlertProps, 'line'>) {
  const view = useView('chaperone');
  if (chaperoneAlert(view, useServerNow())) return null;
  const therapist = nameOr(view.people.therapist.name, 'therapist');
  return (
    <>
      {line}
      {isWithClient(view) && (
        <Notice tone="ok" title={t('Stay with them.')}>
          {t('{therapist} can see that you are there, and closes the alert.', { therapist })}
        </Notice>
      )}
    </>
  );
}

/** "Seen" is sent by being on a visible screen, once an alert, and never before it is drawn. */
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
    // A hidden page has no frames: it tells when it is looked at.
    const frame = requestAnimationFrame(tell);
    document.addEventListener('visibilitychange', tell);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('visibilitychange', tell);
    };
  }, [view, connection]);
}

function useSiren() {
  const { alerts } = useView('chaperone');
  const now = useServerNow();
  const priority = soundingPriority(alerts, now);
  const key = soundingKey(alerts, now);
  useEffect(() => {
    // A new press and a new step change the key, and so sound at once.
    return key && priority ? sound(priority) : undefined;
  }, [priority, key]);
}
