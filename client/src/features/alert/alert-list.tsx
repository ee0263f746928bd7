import { refusal } from '@sojourn/shared/session/can';
import { useLocalNow } from '../../connection/use-clock.ts';
import { usePress } from '../../connection/use-press.ts';
import { useSession, useView } from '../../connection/use-session.ts';
import { clockWords, telLink } from '../../connection/words.ts';
import { Button, Card, LinkButton, Notice, Row, Status } from '../../ui/index.ts';
import styles from './alert-list.module.css';
import { alertLine, sendingAlerts, type AlertLine } from './alert-model.ts';

/** Every alert of this session and where it stands, newest first. */
export function AlertList() {
  const view = useView('therapist');
  const { pending, clockOffset } = useSession();
  const localNow = useLocalNow();
  const now = localNow + clockOffset;
  const chaperone = { ...view.people.chaperone, phone: view.phones.chaperone };
  const client = view.people.client.name;
  const sending = sendingAlerts(pending, chaperone, localNow);
  const lines = view.alerts.map((alert) => alertLine(alert, client, chaperone, now)).toReversed();
  return (
    <Card title="Alerts">
      {sending.length + lines.length === 0 && <p className={styles.quiet}>None so far.</p>}
      <ul className={styles.list} aria-live="polite">
        {sending.map(({ commandId, words, call }) => (
          <li key={commandId} className={styles.item} data-open>
            <Status tone={call ? 'lost' : 'waiting'}>{words}</Status>
            {call && <CallButton phone={call} />}
          </li>
        ))}
        {lines.map((line) => (
          <AlertItem key={line.alertId} line={line} now={now} />
        ))}
      </ul>
    </Card>
  );
}

function AlertItem({ line, now }: { line: AlertLine; now: number }) {
  const view = useView('therapist');
  const { press, sending, refused } = usePress();
  const resolve = { type: 'alert.resolve', alertId: line.alertId } as const;
  const why = refusal(view, resolve, now)?.message;
  return (
    <li className={styles.item} data-open={line.open || undefined}>
      <Row justify="between">
        <span className={styles.title}>{line.title}</span>
        {line.open && <span className={styles.quiet}>{clockWords(now - line.raisedAt)}</span>}
      </Row>
      {line.reason && <p className={styles.quiet}>{line.reason}</p>}
      <Status tone={line.tone}>{line.words}</Status>
      {line.call && <CallButton phone={line.call} />}
      {line.open && (
        <Row justify="end">
          <Button pending={sending} disabledReason={why} onPress={() => void press(resolve)}>
            Resolve
          </Button>
        </Row>
      )}
      {refused && <Notice tone="lost">{refused.message}</Notice>}
    </li>
  );
}

const CallButton = ({ phone }: { phone: string }) => (
  <LinkButton href={telLink(phone)} icon="phone" variant="primary">
    {`Call ${phone}`}
  </LinkButton>
);
