import type { SessionSummary } from '@sojourn/shared/http/api';
import { isOver } from '@sojourn/shared/session/phase';
import { timeWords } from '../../connection/dates.ts';
import { kindWords } from '../../connection/kind-words.ts';
import { Button, LinkButton, Status, TextLink } from '../../ui/index.ts';
import { standing } from './session-list-model.ts';
import styles from './session-list.module.css';
import { t } from '../../language/index.ts';

interface SessionRowProps {
  session: SessionSummary;
  now: number;
  onInvites: (sessionId: string) => void;
}

export function SessionRow({ session, now, onInvites }: SessionRowProps) {
  const { id, clientId, clientName, kind, scheduledAt, phase } = session;
  const { words, tone } = standing(phase);
  const { title } = kindWords(kind);
  const what = t('{kind} session with {name}', {
    kind: title.toLowerCase(),
    name: clientName,
  });
  return (
    <li className={styles.row} data-over={isOver(phase) || undefined}>
      <span className={styles.who}>
        <span className={styles.name}>
          {clientId ? <TextLink href={`/clients/${clientId}`}>{clientName}</TextLink> : clientName}
        </span>
        <span className={styles.quiet}>{timeWords(scheduledAt, now)}</span>
      </span>
      <span className={styles.who}>
        <span>{title}</span>
        <Status tone={tone} bare>
          {words}
        </Status>
      </span>
      <span className={styles.actions}>
        {isOver(phase) ? (
          <LinkButton
            variant="plain"
            flush="end"
            href={`/sessions/${id}/record`}
            label={t('Record of the {what}', { what })}
          >
            {t('Record')}
          </LinkButton>
        ) : (
          <>
            <Button
              variant="plain"
              label={t('Invite links for the {what}', { what })}
              onPress={() => onInvites(id)}
            >
              {t('Invite links')}
            </Button>
            <LinkButton
              href={`/sessions/${id}`}
              label={t('Open session with {name}', { name: clientName })}
            >
              {t('Open session')}
            </LinkButton>
          </>
        )}
      </span>
    </li>
  );
}
