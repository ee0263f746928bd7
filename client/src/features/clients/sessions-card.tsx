import { useState } from 'react';
import type { CareSession } from '@sojourn/shared/care/state';
import { timeWords } from '../../connection/dates.ts';
import { kindWords } from '../../connection/kind-words.ts';
import { Button, Card, LinkButton, Status } from '../../ui/index.ts';
import type { CareEdge } from './care-edge.ts';
import { FollowUpForm } from './follow-up-form.tsx';
import styles from './sessions-card.module.css';
import { followUpWords, OUTCOME_WORDS, sortedSessions } from './sessions-model.ts';
import { t } from '../../language/index.ts';

interface SessionsCardProps extends CareEdge {
  onSchedule: () => void;
  onInvites: (sessionId: string) => void;
}

/** The sessions of this client: what is next, and what was. */
export function SessionsCard({ onSchedule, onInvites, ...edge }: SessionsCardProps) {
  const [following, setFollowing] = useState<string | null>(null);
  const sessions = sortedSessions(edge.care.sessions);
  return (
    <Card
      title={t('Sessions')}
      actions={
        <Button variant="primary" icon="plus" onPress={onSchedule}>
          {t('Schedule a session')}
        </Button>
      }
    >
      {sessions.length === 0 ? (
        <p className={styles.quiet}>
          {t('None yet. A consultation can be scheduled at any time.')}
        </p>
      ) : (
        <ul className={styles.sessions} aria-label={t('Sessions')}>
          {sessions.map((session) => (
            <SessionLine
              key={session.sessionId}
              session={session}
              now={edge.now}
              onInvites={() => onInvites(session.sessionId)}
              onFollowUp={() => setFollowing(session.sessionId)}
            />
          ))}
        </ul>
      )}
      {following !== null && (
        <FollowUpForm
          {...edge}
          sessionId={following}
          onClose={() => setFollowing(null)}
          onDone={() => {
            setFollowing(null);
            edge.onChanged();
          }}
        />
      )}
    </Card>
  );
}

interface SessionLineProps {
  session: CareSession;
  now: number;
  onInvites: () => void;
  onFollowUp: () => void;
}

function SessionLine({ session, now, onInvites, onFollowUp }: SessionLineProps) {
  const { sessionId, kind, scheduledAt, outcome } = session;
  const { words, tone } = OUTCOME_WORDS[outcome];
  const { title } = kindWords(kind);
  const followed = followUpWords(session);
  const what = t('{kind} session, {time}', {
    kind: title.toLowerCase(),
    time: timeWords(scheduledAt, now),
  });
  return (
    <li className={styles.session} data-outcome={outcome}>
      <span className={styles.words}>
        <span className={styles.kind}>{title}</span>
        <span className={styles.quiet}>{timeWords(scheduledAt, now)}</span>
        {followed && <span className={styles.quiet}>{followed}</span>}
      </span>
      <Status tone={tone} bare>
        {t(words)}
      </Status>
      <span className={styles.actions}>
        {followed && (
          <Button
            variant="plain"
            label={t('Follow-up of the {what}', { what })}
            onPress={onFollowUp}
          >
            {t('Follow-up')}
          </Button>
        )}
        {outcome === 'open' ? (
          <>
            <Button
              variant="plain"
              label={t('Invite links for the {what}', { what })}
              onPress={onInvites}
            >
              {t('Invite links')}
            </Button>
            <LinkButton href={`/sessions/${sessionId}`} label={t('Open session: {what}', { what })}>
              {t('Open session')}
            </LinkButton>
          </>
        ) : (
          <LinkButton
            variant="plain"
            flush="end"
            href={`/sessions/${sessionId}/record`}
            label={t('Record of the {what}', { what })}
          >
            {t('Record')}
          </LinkButton>
        )}
      </span>
    </li>
  );
}
