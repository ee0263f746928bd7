import type { ReactNode } from 'react';
import type { AlertView } from '@sojourn/shared/session/alert-view';
import { refusal } from '@sojourn/shared/session/can';
import { useLocalNow } from '../../connection/use-clock.ts';
import { usePress } from '../../connection/use-press.ts';
import { useSession, useView } from '../../connection/use-session.ts';
import { clockWords, telLink } from '../../connection/words.ts';
import { t, told } from '../../language/index.ts';
import { Button, Card, Disclosure, LinkButton, Notice, Row, Status } from '../../ui/index.ts';
import styles from './alert-list.module.css';
import { alertLine, sendingAlerts, type AlertLine } from './alert-model.ts';
import { Deliveries } from './deliveries.tsx';
import { stepWords } from './delivery-model.ts';
import { DispatchNotice } from './dispatch-notice.tsx';

/**
 * Every alert of this session and where it stands, newest first.
 * @param aside at the end of the heading's line
 */
export function AlertList({ aside }: { aside?: ReactNode }) {
  const view = useView('therapist');
  const pending = useSession('pending');
  const clockOffset = useSession('clockOffset');
  const localNow = useLocalNow();
  const now = localNow + clockOffset;
  const chaperone = { ...view.people.chaperone, phone: view.phones.chaperone };
  const client = view.people.client.name;
  const sending = sendingAlerts(pending, chaperone, localNow);
  const lines = view.alerts.map((alert) => alertLine(alert, client, chaperone, now)).toReversed();
  // What is over makes room: the newest, and what is older behind a press; nothing open is ever behind it.
  const shown = Math.max(1, lines.findLastIndex(({ open }) => open) + 1);
  const item = (line: AlertLine) => (
    <AlertItem
      key={line.alertId}
      line={line}
      step={stepWords(stepsOf(view.alerts, line.alertId), view)}
      now={now}
    />
  );
  return (
    <Card title={t('Alerts')} actions={aside}>
      {sending.length + lines.length === 0 && <p className={styles.quiet}>{t('None so far.')}</p>}
      <DispatchNotice />
      <ul className={styles.list} aria-live="polite">
        {sending.map(({ commandId, words, call }) => (
          <li key={commandId} className={styles.item} data-open>
            <Status tone={call ? 'lost' : 'waiting'}>{words}</Status>
            {call && <CallButton phone={call} />}
          </li>
        ))}
        {lines.slice(0, shown).map(item)}
      </ul>
      {lines.length > shown && (
        <Disclosure words={t('Earlier alerts ({count})', { count: lines.length - shown })}>
          <ul className={styles.list}>{lines.slice(shown).map(item)}</ul>
        </Disclosure>
      )}
    </Card>
  );
}

const stepsOf = (alerts: readonly AlertView[], alertId: string): readonly string[] =>
  alerts.find((alert) => alert.alertId === alertId)?.steps ?? [];

interface AlertItemProps {
  line: AlertLine;
  /** The rung of the ladder that was taken last (AL9). */
  step: string | null;
  now: number;
}

function AlertItem({ line, step, now }: AlertItemProps) {
  const view = useView('therapist');
  const { press, sending, refused } = usePress();
  const resolve = { type: 'alert.resolve', alertId: line.alertId } as const;
  const why = told(refusal(view, resolve, now)?.message ?? '') || undefined;
  return (
    <li
      className={styles.item}
      data-alert={line.alertId}
      data-open={line.open || undefined}
      data-priority={line.open ? line.priority : undefined}
    >
      <Row justify="between">
        <span className={styles.title}>{line.title}</span>
        {line.open && <span className={styles.quiet}>{clockWords(now - line.raisedAt)}</span>}
      </Row>
      {line.reason && <p className={styles.quiet}>{line.reason}</p>}
      <Status tone={line.tone}>{line.words}</Status>
      {line.over && <Status tone="ok">{line.over}</Status>}
      {line.open && step && <p className={styles.quiet}>{`${step}.`}</p>}
      {line.open && <Deliveries alertId={line.alertId} />}
      {line.call && <CallButton phone={line.call} />}
      {line.open && (
        <Row justify="end">
          <Button pending={sending} disabledReason={why} onPress={() => void press(resolve)}>
            {t('Resolve')}
          </Button>
        </Row>
      )}
      {refused && <Notice tone="lost">{told(refused.message)}</Notice>}
    </li>
  );
}

const CallButton = ({ phone }: { phone: string }) => (
  <LinkButton href={telLink(phone)} icon="phone" variant="primary">
    {t('Call {phone}', { phone })}
  </LinkButton>
);
