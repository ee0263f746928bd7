import { useCallback, useEffect, useState } from 'react';
import {
  SessionListReply,
  type CreateSessionReply,
  type SessionSummary,
} from '@sojourn/shared/http/api';
import { isOver, phaseTitle } from '@sojourn/shared/session/phase';
import { request } from '../../connection/api.ts';
import { Button, Dialog, LinkButton, Notice, Stack, Status } from '../../ui/index.ts';
import { InviteLinks } from './invite-links.tsx';
import { NewSession } from './new-session.tsx';
import styles from './session-list.module.css';
import { KIND_WORDS, timeWords } from './session-words.ts';

/** The therapist's sessions, newest first, and the way to a new one. */
export function SessionList() {
  const [sessions, setSessions] = useState<readonly SessionSummary[] | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [creating, setCreating] = useState(false);
  const [links, setLinks] = useState<(Partial<CreateSessionReply> & { sessionId: string }) | null>(
    null,
  );

  const load = useCallback(
    () =>
      request('GET', '/api/sessions', SessionListReply).then((reply) => {
        if (reply.ok) setSessions(reply.value.sessions);
        else setFault(reply.error.message);
      }),
    [],
  );
  useEffect(() => void load(), [load]);

  return (
    <Stack gap={5}>
      <div>
        <Button variant="primary" icon="plus" onPress={() => setCreating(true)}>
          New session
        </Button>
      </div>
      {fault && (
        <Notice tone="lost" live="alert">
          {fault}
        </Notice>
      )}
      {sessions?.length === 0 && <p>No sessions yet. The first one is a press away.</p>}
      <ul className={styles.list} aria-label="Sessions">
        {sessions?.map((session) => (
          <li key={session.sessionId} className={styles.row}>
            <span className={styles.who}>
              <span className={styles.name}>{session.clientName}</span>
              <span className={styles.quiet}>{timeWords(session.scheduledAt)}</span>
            </span>
            <span className={styles.who}>
              <span>{KIND_WORDS[session.kind].title}</span>
              <Status tone={isOver(session.phase) ? 'waiting' : 'accent'} bare>
                {phaseTitle(session.phase)}
              </Status>
            </span>
            <span className={styles.actions}>
              <Button
                variant="plain"
                label={`Invite links for ${session.clientName}`}
                onPress={() => setLinks({ sessionId: session.sessionId })}
              >
                Invite links
              </Button>
              <LinkButton
                href={`/sessions/${session.sessionId}`}
                label={`Open session with ${session.clientName}`}
              >
                Open session
              </LinkButton>
            </span>
          </li>
        ))}
      </ul>
      {creating && (
        <NewSession
          onClose={() => setCreating(false)}
          onCreated={(created) => {
            setCreating(false);
            setLinks(created);
            void load();
          }}
        />
      )}
      {links && (
        <Dialog open onClose={() => setLinks(null)} title="Invite links" size="wide">
          <InviteLinks
            key={links.sessionId}
            sessionId={links.sessionId}
            {...(links.invites && { fresh: links.invites })}
          />
        </Dialog>
      )}
    </Stack>
  );
}
